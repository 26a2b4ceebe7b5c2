-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person decided about the promises of an answer that is still a draft: noted when it leaves, or never. text: the words that promise.
CREATE TABLE promise_choice(
  ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE, text TEXT NOT NULL, wanted INTEGER NOT NULL) STRICT;
CREATE INDEX promise_choice_ticket ON promise_choice(ticket_id);
