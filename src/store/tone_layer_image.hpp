// SPDX-License-Identifier: GPL-3.0-or-later
// The layer of tones that was forgotten, as the undo log keeps it: whole, with the labels that it was learned from.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/store.hpp>

namespace vigie::store {

/// What tone_lesson.forgotten is for labels that this action forgets; 0 would be none. Without an action they stay forgotten.
[[nodiscard]] std::int64_t forgottenBy(ChangeSetId action);
/// Notes the layer before it is forgotten in the open action; nothing happens without one.
void recordLayer(Tx &tx);

/// 1 where another layer was learned, or forgotten, since.
[[nodiscard]] int layerChangedSince(Session &session, ChangeSetId id);
/// Puts the layer of an action back, and all items are to be judged anew.
void restoreLayer(Tx &tx, ChangeSetId id);

/// From the first item to the newest; those that come in later are judged by the new model and layer anyway, or noted (Tones::arrived).
void beginToneRun(Session &session, bool modelChanged);

} // namespace vigie::store
