// SPDX-License-Identifier: GPL-3.0-or-later
// What the labels of a workspace teach now, for whoever does not wait until enough of them came (tone_run.hpp). Once it is kept by
// store::Tones::keepLayer() the run that judges everything anew takes it up by itself.
// Thread: inside a store job; it reads up to 5,000 texts and learns from them. Errors: Storage...
#pragma once

#include <vigie/store/tones.hpp>

namespace vigie::intake {

struct Taught {
    text::ToneLayer layer;
    int lessons = 0;                    ///< labels there are; with fewer than text::kLeastToneLessons the layer is empty
};
[[nodiscard]] Result<Taught> taughtNow(store::Tx &tx);

} // namespace vigie::intake
