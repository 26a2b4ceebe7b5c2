// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot's header, which is written with Qt's short keywords, for a program that does without them.
// Thread: the window's.
#pragma once

#include <QtGlobal>

#define signals Q_SIGNALS
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef signals
#undef foreach
