-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that networks fetch themselves are put somewhere for it, and taken away again: these parts are found without reading the others.
CREATE INDEX outbound_part_placed ON outbound_part(outbound_id) WHERE instr(media_json, '"placed"') > 0;
