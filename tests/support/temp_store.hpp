// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace in a folder of its own that goes with the test.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "support/temp_folder.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/store/store.hpp>

#include <catch2/catch.hpp>

#include <memory>
#include <string>

namespace vigie::test {

class TempStore {
public:
    /// 2026-03-02 12:00 UTC, a Monday.
    explicit TempStore(Instant now = Instant{std::chrono::seconds{1772452800}}) : clock(now) { reopen(); }

    void reopen(const store::OpenOptions &options = {})
    {
        store_.reset();
        auto opened = store::Store::open(path(), clock, options);
        INFO((opened ? std::string() : opened.error().detail));
        REQUIRE(opened);
        store_ = std::move(*opened);
    }
    void close() { store_.reset(); }
    [[nodiscard]] std::string path() const { return folder.file("workspace.vigie"); }
    store::Store &operator*() { return *store_; }
    store::Store *operator->() { return store_.get(); }

    /// The value of a job that must go well.
    template <class F>
    auto write(F &&job) { return must(store_->writeNow<typename std::invoke_result_t<F &, store::Tx &>::value_type>(job)); }
    template <class F>
    auto read(F &&job) { return must(store_->readNow<typename std::invoke_result_t<F &, store::Tx &>::value_type>(job)); }

    FakeClock clock;
    TempFolder folder;

private:
    template <class T>
    static T must(Result<T> result)
    {
        INFO((result ? std::string() : std::string(errcName(result.error().code)) + ": " + result.error().detail));
        REQUIRE(result);
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }
    std::unique_ptr<store::Store> store_;
};

} // namespace vigie::test
