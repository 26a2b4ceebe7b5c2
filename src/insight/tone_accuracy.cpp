// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/tone_accuracy.hpp>

namespace vigie::insight {

namespace {

ToneShare shareOf(std::int64_t k, std::int64_t n)
{
    ToneShare out{k, n, {}, wilson(k, n)};
    if (n > 0)
        out.value = static_cast<double>(k) / static_cast<double>(n);
    return out;
}

} // namespace

ToneAccuracy toneAccuracyOf(const store::ToneConfusion &confusion)
{
    ToneAccuracy out;
    out.confusion = confusion;
    double sum = 0;
    int occurring = 0;
    for (std::size_t c = 0; c < 3; ++c) {
        std::int64_t said = 0, foretold = 0;
        for (std::size_t other = 0; other < 3; ++other) {
            said += confusion[c][other];
            foretold += confusion[other][c];
        }
        const auto right = confusion[c][c];
        out.labels += said;
        out.correct += right;
        out.classes[c] = {shareOf(right, foretold), shareOf(right, said)};
        if (said > 0) {
            ++occurring;
            sum += 2.0 * static_cast<double>(right) / static_cast<double>(said + foretold);
        }
    }
    out.accuracy = shareOf(out.correct, out.labels);
    if (occurring > 0)
        out.macroF1 = sum / occurring;
    return out;
}

Result<ToneAccuracy> toneAccuracy(store::Tx &tx)
{
    VIGIE_TRY(const auto confusion, store::Tones(tx).confusion());
    return toneAccuracyOf(confusion);
}

} // namespace vigie::insight
