// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/tone_run.hpp>

#include <vigie/intake/tone_teaching.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/tone_item.hpp>

#include <cstdlib>
#include <memory>
#include <utility>

namespace vigie::intake {

using store::ToneScore;
using store::ToneState;
using store::ToneSubject;

namespace {

constexpr int kSlice = 200; ///< items; some tens of milliseconds of the writer when all of them change

Result<ToneState> stateOf(store::Store &store)
{
    return store.readNow<ToneState>([](store::Tx &tx) { return store::Tones(tx).state(); });
}

} // namespace

Result<Taught> taughtNow(store::Tx &tx)
{
    store::Tones tones(tx);
    VIGIE_TRY(const auto state, tones.state());
    VIGIE_TRY(const auto lessons, tones.lessons(kMostToneLessons));
    return Taught{text::learnToneLayer(text::ToneAnalyser::builtin(), lessons), state.lessons};
}

Result<void> ToneRun::takeUp()
{
    using Kept = std::pair<text::ToneLayer, int>;
    VIGIE_TRY(auto kept, store_.readNow<Kept>([](store::Tx &tx) -> Result<Kept> {
        VIGIE_TRY(auto layer, store::Tones(tx).layer());
        VIGIE_TRY(const auto state, store::Tones(tx).state());
        return Kept(std::move(layer), state.layer);
    }));
    analysis_.setLayer(std::make_shared<const text::ToneLayer>(std::move(kept.first)), kept.second);
    return {};
}

Result<void> ToneRun::begin()
{
    VIGIE_CHECK(takeUp());
    const auto model = analysis_.tone().version();
    VIGIE_TRY(const auto now, stateOf(store_));
    if (now.model == model)
        return {};
    return store_.writeNow<void>([model](store::Tx &tx) { return store::Tones(tx).expect(model); });
}

Result<bool> ToneRun::learn(bool now)
{
    VIGIE_TRY(const auto state, stateOf(store_));
    if (!now && std::abs(state.lessons - state.learnedFrom) < kLearnEvery)
        return false;
    VIGIE_TRY(const auto lessons, store_.readNow<std::vector<text::ToneLesson>>([](store::Tx &tx) { return store::Tones(tx).lessons(kMostToneLessons); }));
    const auto layer = text::learnToneLayer(analysis_.tone(), lessons);
    VIGIE_CHECK(store_.writeNow<void>([&layer, &state](store::Tx &tx) { return store::Tones(tx).keepLayer(layer, state.lessons); }));
    VIGIE_CHECK(takeUp());
    return true;
}

Result<bool> ToneRun::step()
{
    VIGIE_TRY(const auto state, stateOf(store_));
    if (state.layer != analysis_.layer()) // learned, or forgotten, by hand, here or by another program
        VIGIE_CHECK(takeUp());
    if (state.even)
        return false;
    VIGIE_TRY(const auto subjects, store_.readNow<std::vector<ToneSubject>>([](store::Tx &tx) { return store::Tones(tx).due(kSlice); }));
    const int layer = analysis_.layer();
    const auto here = analysis_.tone(), shipped = here.with(nullptr);
    std::vector<ToneScore> scores;
    scores.reserve(subjects.size());
    for (const auto &subject : subjects) {
        // The layer learned from what a person said of this very item: asked for what it would have said, it would repeat it.
        const auto tone = (subject.manual ? shipped : here).analyse(text::toneText(subject.title, subject.text), subject.lang, text::toneKind(subject.kind));
        scores.push_back({subject.item, tone.score, static_cast<int>(tone.label), subject.manual});
    }
    VIGIE_CHECK(store_.writeNow<int>([&scores, layer](store::Tx &tx) { return store::Tones(tx).settle(scores, layer); }));
    VIGIE_TRY(const auto now, stateOf(store_));
    return !now.even;
}

Result<int> ToneRun::reset()
{
    VIGIE_TRY(const auto forgotten, store_.writeNow<int>(
                                        [](store::Tx &tx) -> Result<int> {
                                            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("forget_tones"));
                                            return store::Tones(tx).reset();
                                        },
                                        store::Durability::Full));
    VIGIE_CHECK(takeUp());
    return forgotten;
}

Result<ToneState> ToneRun::finish(const std::stop_token &stop)
{
    for (bool more = true; more;) {
        if (stop.stop_requested())
            return fail(Errc::Cancelled);
        VIGIE_TRY(more, step());
    }
    return stateOf(store_);
}

} // namespace vigie::intake
