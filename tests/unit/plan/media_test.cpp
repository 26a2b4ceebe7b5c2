// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as networks take them: what they are, what is made of them, and that the original is never touched.
#include <vigie/plan/media_shelf.hpp>

#include "plan/vips_image.hpp"

#include "support/must.hpp"
#include "support/temp_folder.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace vigie;
using namespace vigie::plan;
using test::must;

namespace {

/// Noise compresses badly, so that sizes are real; `place`: says where it was taken, as a telephone does.
std::string photograph(const std::string &path, int width, int height, bool place = false, double scale = 1)
{
    startVips();
    VipsImage *noise = nullptr, *colour = nullptr, *bytes = nullptr;
    REQUIRE(vips_gaussnoise(&noise, width, height, "mean", 128.0, "sigma", 60.0 * scale, "seed", 7, nullptr) == 0);
    VipsImage *bands[] = {noise, noise, noise};
    REQUIRE(vips_bandjoin(bands, &colour, 3, nullptr) == 0);
    REQUIRE(vips_cast(colour, &bytes, VIPS_FORMAT_UCHAR, nullptr) == 0);
    VipsImage *picture = nullptr;
    REQUIRE(vips_copy(bytes, &picture, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr) == 0);
    if (place) {
        vips_image_set_string(picture, "exif-ifd3-GPSLatitude", "48/1 51/1 24/1 (48, 51, 24, Rational, 3 components, 24 bytes)");
        vips_image_set_string(picture, "exif-ifd3-GPSLatitudeRef", "N (N, ASCII, 2 components, 2 bytes)");
        vips_image_set_string(picture, "exif-ifd0-Artist", "Nora (Nora, ASCII, 5 components, 5 bytes)");
    }
    REQUIRE(vips_image_write_to_file(picture, path.c_str(), nullptr) == 0);
    for (auto *one : {noise, colour, bytes, picture})
        g_object_unref(one);
    return path;
}

/// Soft shapes, the same at any size.
void gradient(const std::string &path, int width, int height, bool mirrored = false)
{
    startVips();
    VipsImage *made = nullptr, *wide = nullptr, *grey = nullptr, *turned = nullptr;
    constexpr double kAcross = 12, kDown = 9;
    REQUIRE(vips_gaussnoise(&made, static_cast<int>(kAcross), static_cast<int>(kDown), "mean", 128.0, "sigma", 50.0, "seed", 11, nullptr) == 0);
    REQUIRE(vips_resize(made, &wide, width / kAcross, "vscale", height / kDown, nullptr) == 0);
    REQUIRE(vips_cast(wide, &grey, VIPS_FORMAT_UCHAR, nullptr) == 0);
    REQUIRE(vips_flip(grey, &turned, VIPS_DIRECTION_HORIZONTAL, nullptr) == 0);
    REQUIRE(vips_image_write_to_file(mirrored ? turned : grey, path.c_str(), nullptr) == 0);
    for (auto *one : {made, wide, grey, turned})
        g_object_unref(one);
}

std::string bytesOf(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

connect::MediaRules taking(std::int64_t bytes, std::vector<std::string> kinds = {})
{
    connect::MediaRules rules;
    rules.pictureBytes = bytes;
    rules.kinds = std::move(kinds);
    return rules;
}

} // namespace

TEST_CASE("what a file is, by its own bytes")
{
    const test::TempFolder folder;
    const auto facts = must(mediaFacts(photograph(folder.file("a.jpg"), 640, 400, true)));
    CHECK(facts.mime == "image/jpeg");
    CHECK(facts.width == 640);
    CHECK(facts.height == 400);
    CHECK(facts.hasPlace);
    CHECK(facts.frames == 1);
    CHECK_FALSE(must(mediaFacts(photograph(folder.file("b.png"), 64, 40))).hasPlace);
    std::ofstream(folder.file("c.jpg")) << "not a picture";
    CHECK(mediaFacts(folder.file("c.jpg")).error().code == Errc::Unsupported);
    CHECK(mediaFacts(folder.file("nothing.jpg")).error().code == Errc::NotFound);
    // A name is not a kind.
    std::filesystem::copy_file(folder.file("b.png"), folder.file("d.jpg"));
    CHECK(must(mediaFacts(folder.file("d.jpg"))).mime == "image/png");
}

TEST_CASE("the place a picture was taken at does not leave, unless it is meant to")
{
    const test::TempFolder folder;
    const MediaShelf shelf(folder.file("w.vigie.media"));
    auto asset = must(shelf.take(photograph(folder.file("a.jpg"), 640, 400, true)));
    CHECK(asset.hasPlace);
    const auto original = bytesOf(shelf.pathOf(asset));
    const auto sent = must(shelf.rendition(asset, taking(0)));
    CHECK(sent != shelf.pathOf(asset));
    CHECK_FALSE(must(mediaFacts(sent)).hasPlace);
    CHECK(bytesOf(sent).find("Nora") != std::string::npos); // who took it is no place
    CHECK(bytesOf(shelf.pathOf(asset)) == original);
    asset.keepPlace = true;
    CHECK(must(shelf.rendition(asset, taking(0))) == shelf.pathOf(asset));
}

TEST_CASE("a picture is made as small as its network wants it, and of a kind it takes")
{
    const test::TempFolder folder;
    const MediaShelf shelf(folder.file("w.vigie.media"));
    const auto asset = must(shelf.take(photograph(folder.file("a.png"), 1600, 1200)));
    REQUIRE(asset.bytes > 1'000'000);
    const auto sent = must(shelf.rendition(asset, taking(1'000'000, {"image/jpeg", "image/png"})));
    const auto facts = must(mediaFacts(sent));
    CHECK(facts.bytes <= 1'000'000);
    CHECK(facts.mime == "image/jpeg");
    CHECK(must(shelf.isWhole(asset)));
    auto narrow = taking(0, {"image/jpeg"});
    narrow.maxWidth = 800;
    const auto narrowed = must(mediaFacts(must(shelf.rendition(asset, narrow))));
    CHECK(narrowed.width == 800);
    CHECK(narrowed.height == 600);
    // Asked again, nothing is made again.
    const auto made = std::filesystem::last_write_time(sent);
    CHECK(must(shelf.rendition(asset, taking(1'000'000, {"image/jpeg", "image/png"}))) == sent);
    CHECK(std::filesystem::last_write_time(sent) == made);
    // What fits leaves as it is.
    CHECK(must(shelf.rendition(asset, taking(asset.bytes, {"image/png"}))) == shelf.pathOf(asset));
    CHECK(renditionPlan({"video/mp4", 300, 1, 1, 1000, 1, false}, taking(0, {"image/jpeg"}), false).answer == RenditionPlan::Answer::Refused);
}

TEST_CASE("the same bytes are kept once, and pictures that look alike are recognised")
{
    const test::TempFolder folder;
    const MediaShelf shelf(folder.file("w.vigie.media"));
    gradient(folder.file("a.jpg"), 1200, 900);
    gradient(folder.file("small.png"), 400, 300);
    gradient(folder.file("turned.jpg"), 1200, 900, true);
    std::filesystem::copy_file(folder.file("a.jpg"), folder.file("copy.jpg"));
    const auto first = must(shelf.take(folder.file("a.jpg"))), copy = must(shelf.take(folder.file("copy.jpg")));
    CHECK(first.sha256 == copy.sha256);
    CHECK(shelf.pathOf(first) == shelf.pathOf(copy));
    const auto small = must(shelf.take(folder.file("small.png"))), turned = must(shelf.take(folder.file("turned.jpg")));
    CHECK(small.sha256 != first.sha256);
    CHECK(differingBits(first.fingerprint, small.fingerprint) <= kAlikeBits);
    CHECK(differingBits(first.fingerprint, turned.fingerprint) > kAlikeBits);
}

TEST_CASE("the shelf goes with a copy of the workspace, and what is made of originals does not")
{
    const test::TempFolder folder;
    const MediaShelf shelf(MediaShelf::folderOf(folder.file("w.vigie")));
    const auto asset = must(shelf.take(photograph(folder.file("a.jpg"), 640, 400, true)));
    (void)must(shelf.rendition(asset, taking(0)));
    CHECK(must(copyShelf(folder.file("w.vigie"), folder.file("backup.vigie"))) == 1);
    const MediaShelf back(MediaShelf::folderOf(folder.file("backup.vigie")));
    CHECK(must(back.isWhole(asset)));
    CHECK_FALSE(std::filesystem::exists(folder.file("backup.vigie.media") + "/made"));
    CHECK(must(copyShelf(folder.file("w.vigie"), folder.file("backup.vigie"))) == 0);
    std::stop_source stop;
    stop.request_stop();
    CHECK(shelf.take(folder.file("a.jpg"), {}, stop.get_token()).error().code == Errc::Cancelled);
    for (const auto &entry : std::filesystem::directory_iterator(folder.file("w.vigie.media")))
        CHECK(entry.path().extension() != ".part");
}
