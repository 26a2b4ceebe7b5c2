// SPDX-License-Identifier: GPL-3.0-or-later
// The 1,000 posts with 60 known clusters, and how well a division into clusters agrees with it, counted in pairs of posts.
// Thread: pure. Errors: none; no posts when the file is not there.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace vigie::test {

struct KnownPost {
    int cluster = 0;                    ///< 0: stands alone
    std::string lang, text;
};

inline std::vector<KnownPost> knownPosts(const std::string &testData)
{
    std::vector<KnownPost> out;
    std::ifstream file(testData + "/data/relays/items.tsv");
    for (std::string line; std::getline(file, line);) {
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        out.push_back({std::atoi(line.c_str()), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return out;
}

struct Agreement {
    double precision = 0, recall = 0;
};
/// `found[i]` names the cluster that post i was put into; posts that stand alone have names of their own.
template <class Name>
Agreement agreement(const std::vector<KnownPost> &posts, const std::vector<Name> &found)
{
    std::size_t together = 0, right = 0, known = 0;
    for (std::size_t i = 0; i < posts.size(); ++i)
        for (std::size_t j = i + 1; j < posts.size(); ++j) {
            const bool same = posts[i].cluster != 0 && posts[i].cluster == posts[j].cluster, put = found[i] == found[j];
            together += put ? 1 : 0;
            known += same ? 1 : 0;
            right += same && put ? 1 : 0;
        }
    return {together == 0 ? 0 : static_cast<double>(right) / static_cast<double>(together), known == 0 ? 0 : static_cast<double>(right) / static_cast<double>(known)};
}

} // namespace vigie::test
