// SPDX-License-Identifier: GPL-3.0-or-later
// SOCI's headers without their Boost extras (tuples of fusion): only templates, which Vigie does not use and whose
// headers would be one more dependency to build with.
#pragma once

#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
