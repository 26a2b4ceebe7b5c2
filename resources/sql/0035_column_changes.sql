-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each job changed of that which figures are counted from (include/vigie/store/columns.hpp), so that columns in memory follow
-- without reading everything again, whoever wrote. The newest few hundred are kept; whoever is further behind reads anew. items, members,
-- queries: differences of ascending ids, separated by commas. whole: too much to name.
CREATE TABLE column_change(
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, whole INTEGER NOT NULL, items TEXT NOT NULL, members TEXT NOT NULL, queries TEXT NOT NULL) STRICT;
