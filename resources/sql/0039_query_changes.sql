-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a saved query was made, or came to mean something else: its source (or one it asks for) or its role. Curves break there
-- (include/vigie/store/query_changes.hpp). Of queries that are here already it is not known.
CREATE TABLE query_change(query_id INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(query_id, at)) STRICT, WITHOUT ROWID;
