// SPDX-License-Identifier: GPL-3.0-or-later
// The layer of a workspace over the evidence of the model, and how it is learned.
// Thread: pure. Errors: none.
#pragma once

#include <text/tone_judge.hpp>
#include <vigie/text/tone_layer.hpp>

#include <span>

namespace vigie::text {

void layTone(ToneEvidence &evidence, const ToneLayer &layer);
[[nodiscard]] ToneLayer learnToneLayer(const ToneGround &ground, std::span<const ToneLesson> lessons);

} // namespace vigie::text
