// SPDX-License-Identifier: GPL-3.0-or-later
// Hyperscan as one would use it for saved words and phrases: each a literal between spaces, over a text folded as ours.
// Thread: one at a time. Errors: throws.
#pragma once

#include <hs.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::bench {

class LiteralPeer {
public:
    explicit LiteralPeer(const std::vector<std::string> &literals)
    {
        std::vector<std::string> spaced;
        for (const auto &literal : literals)
            spaced.push_back(std::string(" ").append(literal).append(" "));
        std::vector<const char *> starts;
        std::vector<std::size_t> lengths;
        std::vector<unsigned> ids, flags(spaced.size(), HS_FLAG_SINGLEMATCH);
        for (const auto &one : spaced) {
            ids.push_back(static_cast<unsigned>(ids.size()));
            starts.push_back(one.data());
            lengths.push_back(one.size());
        }
        hs_compile_error_t *error = nullptr;
        if (hs_compile_lit_multi(starts.data(), flags.data(), ids.data(), lengths.data(), static_cast<unsigned>(spaced.size()), HS_MODE_BLOCK, nullptr,
                                 &database_, &error)
            != HS_SUCCESS)
            throw std::runtime_error(error->message);
        if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS)
            throw std::runtime_error("no scratch");
    }
    LiteralPeer(const LiteralPeer &) = delete;
    LiteralPeer &operator=(const LiteralPeer &) = delete;
    ~LiteralPeer()
    {
        hs_free_scratch(scratch_);
        hs_free_database(database_);
    }

    /// How many of the literals stand in words separated by single spaces.
    std::size_t matches(std::string_view folded)
    {
        text_.assign(" ").append(folded).append(" ");
        std::size_t found = 0;
        const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void *into) {
            ++*static_cast<std::size_t *>(into);
            return 0;
        };
        hs_scan(database_, text_.data(), static_cast<unsigned>(text_.size()), 0, scratch_, count, &found);
        return found;
    }

private:
    hs_database_t *database_ = nullptr;
    hs_scratch_t *scratch_ = nullptr;
    std::string text_;
};

} // namespace vigie::bench
