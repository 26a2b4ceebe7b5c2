// SPDX-License-Identifier: GPL-3.0-or-later
// A film of two gigabytes leaves without being held: what curl reads is what it sends.
#include <vigie/net/http.hpp>

#include "support/must.hpp"
#include "support/raw_server.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace vigie;

namespace {

constexpr std::int64_t kFilm = std::int64_t{2} << 30, kPiece = 1 << 20;
constexpr long kCeilingMb = 100;

/// The most that the process held since the last forgetPeak(), in megabytes.
long peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0)
            return std::atol(line.c_str() + 6) / 1024;
    return 0;
}

void forgetPeak()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

} // namespace

TEST_CASE("two gigabytes are streamed in less than a hundred megabytes", "[net][large]")
{
    const test::TempFolder folder;
    const auto path = folder.file("film.mp4");
    std::ofstream(path).close();
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(kFilm)); // sparse: nothing of it is on the disk
    const bool asForm = GENERATE(false, true);
    std::atomic<std::int64_t> received{0};
    test::RawServer server([&received](test::RawServer::Connection &client) {
        constexpr std::size_t kHead = 4096; // more than any head is
        const auto first = client.readBytes(kHead);
        const auto body = first.find("\r\n\r\n");
        const auto said = first.find("Content-Length: ");
        if (body == std::string::npos || said == std::string::npos)
            return;
        const std::int64_t whole = std::atoll(first.c_str() + said + 16);
        std::int64_t got = static_cast<std::int64_t>(first.size() - body - 4);
        while (got < whole) {
            const auto piece = client.readBytes(static_cast<std::size_t>(std::min(kPiece, whole - got)));
            if (piece.empty())
                return;
            got += static_cast<std::int64_t>(piece.size());
        }
        received = got;
        client.reply(200, "", "ok");
    });
    net::CurlEngine engine(net::EngineOptions{"Vigie test", false, {}, 4, {}, std::chrono::seconds{60}});
    net::Request request;
    request.method = net::Method::Post;
    request.url = server.url("/upload");
    request.timeout = std::chrono::minutes{4};
    if (asForm) {
        net::FormPart part;
        part.name = "file";
        part.filePath = path;
        part.fileName = "film.mp4";
        part.mimeType = "video/mp4";
        request.form.push_back(part);
    } else {
        request.headers.push_back({"Content-Type", "video/mp4"});
        request.bodyFile = path;
    }
    forgetPeak();
    const long before = peakMegabytes();
    const auto answer = engine.sendAndWait(std::move(request));
    INFO((answer ? std::string() : answer.error().error.detail));
    REQUIRE(answer.has_value());
    CHECK(answer->status == 200);
    CHECK(received >= kFilm);
    const long more = peakMegabytes() - before;
    INFO("held beyond " << before << " MB: " << more << " MB");
    CHECK(more < kCeilingMb);
}
