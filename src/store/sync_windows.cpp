// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sync_windows.hpp"

#include <algorithm>
#include <map>

namespace vigie::store {

std::vector<Stretch> subtract(Stretch whole, Stretch part)
{
    if (part.to <= whole.from || part.from >= whole.to)
        return {whole};
    std::vector<Stretch> out;
    if (whole.from < part.from)
        out.push_back({whole.from, part.from});
    if (part.to < whole.to)
        out.push_back({part.to, whole.to});
    return out;
}

std::vector<Stretch> subtractFromAll(const std::vector<Stretch> &wholes, Stretch part)
{
    std::vector<Stretch> out;
    for (const auto &whole : wholes)
        for (const auto &rest : subtract(whole, part))
            out.push_back(rest);
    return out;
}

std::vector<Unseen> unseenOf(const StreamKey &key, std::span<const SyncWindow> windows, const StreamState &state, Instant from, Instant to)
{
    std::vector<Unseen> out;
    std::vector<Stretch> holes{{from, to}};
    std::optional<Instant> lastSeen;
    for (const auto &window : windows) {
        holes = subtractFromAll(holes, {window.from, window.to});
        if (window.state == SyncWindow::State::Seen) {
            lastSeen = std::max(lastSeen.value_or(window.to), window.to);
        } else if (window.from < to && from < window.to) {
            out.push_back({key, std::max(window.from, from), std::min(window.to, to), Unseen::Kind::Gap, window.reason, window.cause, false});
        }
    }
    const auto now = state.paused ? MissCause::Paused : state.lastError ? missCauseOf(*state.lastError) : MissCause::None;
    for (const auto &hole : holes) {
        if (hole.from >= hole.to)
            continue;
        const bool ahead = lastSeen && hole.from >= *lastSeen;
        out.push_back({key, hole.from, hole.to, ahead ? Unseen::Kind::NotYet : Unseen::Kind::Never, {}, ahead || !lastSeen ? now : MissCause::None, !ahead && state.backfillDone});
    }
    std::stable_sort(out.begin(), out.end(), [](const Unseen &a, const Unseen &b) { return a.from < b.from; });
    return out;
}

Coverage coverageOf(std::span<const StreamKey> streams, std::span<const SyncWindow> windows, Instant from, Instant to)
{
    Coverage out;
    out.from = from;
    out.to = to;
    std::map<StreamKey, Micros> seen;
    std::map<StreamKey, Instant> upTo;
    Micros gaps{0};
    for (const auto &window : windows) {
        const bool isSeen = window.state == SyncWindow::State::Seen;
        if (isSeen) {
            auto &last = upTo.emplace(window.key, window.to).first->second;
            last = std::max(last, window.to);
        }
        SyncWindow clipped = window;
        clipped.from = std::max(window.from, from);
        clipped.to = std::min(window.to, to);
        if (clipped.from >= clipped.to)
            continue;
        if (isSeen) {
            seen[window.key] += clipped.to - clipped.from;
        } else {
            gaps += clipped.to - clipped.from;
            ++out.openGaps;
        }
        out.windows.push_back(std::move(clipped));
    }
    std::stable_sort(out.windows.begin(), out.windows.end(), [](const SyncWindow &a, const SyncWindow &b) { return a.from < b.from; });
    out.gapTime = std::chrono::duration_cast<std::chrono::seconds>(gaps);
    if (!streams.empty() && from < to) {
        double shares = 0;
        for (const auto &stream : streams)
            if (const auto it = seen.find(stream); it != seen.end())
                shares += static_cast<double>(it->second.count()) / static_cast<double>((to - from).count());
        out.seenShare = shares / static_cast<double>(streams.size());
    }
    for (const auto &[stream, last] : upTo)
        out.seenUpTo = out.seenUpTo ? std::min(*out.seenUpTo, last) : last;
    return out;
}

} // namespace vigie::store
