// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversation_tree.hpp"

#include <algorithm>

namespace vigie::ui {

void setLevels(std::vector<Entry> &entries, const std::vector<int> &depths)
{
    std::vector<std::size_t> open; // the entry at each depth on the way here
    std::vector<std::size_t> parents(entries.size(), entries.size());
    std::vector<int> children(entries.size(), 0);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto depth = static_cast<std::size_t>(std::max(depths[i], 0));
        open.resize(std::min(open.size(), depth));
        if (!open.empty()) {
            parents[i] = open.back();
            ++children[open.back()];
            for (const auto above : open)
                ++entries[above].below;
        }
        open.push_back(i);
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (parents[i] < entries.size())
            entries[i].level = entries[parents[i]].level + (children[parents[i]] > 1 ? 1 : 0);
}

void insertBehind(std::vector<Entry> &entries, std::size_t anchor, Entry entry)
{
    if (anchor >= entries.size()) {
        entries.push_back(std::move(entry));
        return;
    }
    entry.level = entries[anchor].level;
    auto at = anchor + 1 + static_cast<std::size_t>(entries[anchor].below);
    at = std::min(at, entries.size());
    while (at < entries.size() && (entries[at].kind == Entry::Kind::Pending || entries[at].kind == Entry::Kind::Note) && entries[at].at <= entry.at)
        ++at;
    for (auto &above : entries) { // whoever the anchor hangs below holds one more
        const auto place = static_cast<std::size_t>(&above - entries.data());
        if (place < anchor && place + static_cast<std::size_t>(above.below) >= anchor)
            ++above.below;
    }
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at), std::move(entry));
}

void insertNote(std::vector<Entry> &entries, Note note)
{
    auto anchor = entries.size();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto &entry = entries[i];
        if ((entry.kind == Entry::Kind::Message || entry.kind == Entry::Kind::Ours) && entry.at <= note.at && (anchor == entries.size() || entry.at >= entries[anchor].at))
            anchor = i;
    }
    Entry entry;
    entry.kind = Entry::Kind::Note;
    entry.at = note.at;
    entry.note = std::move(note);
    insertBehind(entries, anchor, std::move(entry));
}

int oldestUnanswered(const std::vector<Entry> &entries)
{
    Instant answered = Instant::min();
    for (const auto &entry : entries)
        if (entry.kind == Entry::Kind::Ours || entry.kind == Entry::Kind::Pending)
            answered = std::max(answered, entry.at);
    int found = -1;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].kind == Entry::Kind::Message && entries[i].at > answered && (found < 0 || entries[i].at < entries[static_cast<std::size_t>(found)].at))
            found = static_cast<int>(i);
    return found;
}

} // namespace vigie::ui
