// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tone_layer_image.hpp"

#include "store/undo.hpp"

#include <optional>
#include <string>

namespace vigie::store {

namespace {

constexpr const char *kKind = "tone_layer";

std::optional<std::string> image(Session &session)
{
    return session.one<std::string>("SELECT json_object('learned_from', learned_from, 'learned_at', learned_at, 'reset_at', reset_at, 'words',"
                                    " (SELECT json_group_array(json_array(lang, word, praise_milli, blame_milli, lessons)) FROM tone_layer_word)) FROM tone_state");
}

std::optional<std::int64_t> number(Session &session)
{
    return session.one<std::int64_t>("SELECT layer FROM tone_state");
}

} // namespace

std::int64_t forgottenBy(ChangeSetId action)
{
    return action ? -action.value : 1;
}

void recordLayer(Tx &tx)
{
    RowChange change;
    change.kind = kKind;
    change.row = 1;
    change.before = image(tx.session());
    change.after = std::to_string(number(tx.session()).value_or(0) + 1); // the number that forgetting gives
    recordRow(tx, change);
}

int layerChangedSince(Session &session, ChangeSetId id)
{
    const auto after = session.one<std::string>("SELECT after_json FROM change_row WHERE change_set_id=? AND kind=?", id, std::string(kKind));
    return after && *after != std::to_string(number(session).value_or(0)) ? 1 : 0;
}

void restoreLayer(Tx &tx, ChangeSetId id)
{
    auto &session = tx.session();
    const auto before = session.one<std::string>("SELECT before_json FROM change_row WHERE change_set_id=? AND kind=?", id, std::string(kKind));
    if (!before)
        return;
    session.exec("DELETE FROM tone_layer_word");
    session.exec("INSERT INTO tone_layer_word(lang, word, praise_milli, blame_milli, lessons) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4"
                 " FROM json_each(?, '$.words')",
                 *before);
    session.exec("UPDATE tone_state SET layer=layer+1, learned_from=?1 ->> '$.learned_from', learned_at=?1 ->> '$.learned_at', reset_at=?1 ->> '$.reset_at'", *before);
    session.exec("UPDATE tone_lesson SET forgotten=0 WHERE forgotten=?", forgottenBy(id));
    beginToneRun(session, false);
    tx.change().settings = true;
}

void beginToneRun(Session &session, bool modelChanged)
{
    session.exec("UPDATE tone_state SET done_before=0, until=(SELECT max(id) FROM item), total=(SELECT count(*) FROM item), done=0,"
                 " model_changed=max(model_changed AND until IS NOT NULL, ?)",
                 modelChanged);
    session.exec("DELETE FROM tone_again"); // they are among them
}

} // namespace vigie::store
