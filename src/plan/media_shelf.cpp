// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/media_shelf.hpp>

#include <vigie/base/digest.hpp>
#include <vigie/base/random.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

namespace vigie::plan {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1U << 20;
constexpr const char *kMade = "made";      ///< folder of what is made from originals

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

tl::unexpected<Error> diskTrouble(const std::string &path, int problem)
{
    return fail(problem == ENOSPC ? Errc::StorageFull : problem == ENOENT ? Errc::NotFound : Errc::Storage, path + ": " + std::strerror(problem));
}

Result<void> makeFolder(const std::string &path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        return diskTrouble(path, error.value());
    fs::permissions(path, fs::perms::owner_all, error); // as private as the workspace
    return {};
}

/// Copies and hashes in one pass; `to` empty: only hashes.
Result<std::string> pass(const std::string &from, const std::string &to, const std::function<void(double)> &progress, const std::stop_token &stop)
{
    const File in(std::fopen(from.c_str(), "rbe"));
    if (!in)
        return diskTrouble(from, errno);
    struct stat facts{};
    if (::fstat(::fileno(in.get()), &facts) != 0 || !S_ISREG(facts.st_mode))
        return fail(Errc::Unsupported, from + " is not a file");
    const File out(to.empty() ? nullptr : std::fopen(to.c_str(), "wbxe"));
    if (!to.empty() && !out)
        return diskTrouble(to, errno);
    Sha256 hash;
    auto piece = std::make_unique<std::array<char, kPiece>>();
    double done = 0;
    while (const auto got = std::fread(piece->data(), 1, piece->size(), in.get())) {
        if (stop.stop_requested())
            return fail(Errc::Cancelled);
        hash.add(std::string_view(piece->data(), got));
        if (out && std::fwrite(piece->data(), 1, got, out.get()) != got)
            return diskTrouble(to, errno);
        done += static_cast<double>(got);
        if (progress && facts.st_size > 0)
            progress(std::min(1.0, done / static_cast<double>(facts.st_size)));
    }
    if (std::ferror(in.get()) != 0)
        return diskTrouble(from, EIO);
    if (out && (std::fflush(out.get()) != 0 || ::fsync(::fileno(out.get())) != 0))
        return diskTrouble(to, errno);
    return hash.hex();
}

/// A name that nobody else writes to, taken away when it was not put in its place.
class Part {
public:
    explicit Part(std::string path) : path_(std::move(path)) {}
    ~Part()
    {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;
    [[nodiscard]] const std::string &path() const { return path_; }

private:
    std::string path_;
};

} // namespace

Result<std::string> fileHash(const std::string &path, const std::stop_token &stop)
{
    return pass(path, {}, {}, stop);
}

std::string MediaShelf::pathOf(const std::string &sha256, const std::string &mime) const
{
    return folder_ + "/" + sha256.substr(0, 2) + "/" + sha256 + extensionFor(mime);
}

Result<Asset> MediaShelf::take(const std::string &path, const std::function<void(double)> &progress, const std::stop_token &stop) const
{
    VIGIE_TRY(const auto facts, mediaFacts(path)); // what is neither a picture nor a film is not copied
    VIGIE_CHECK(makeFolder(folder_));
    const Part part(folder_ + "/" + randomKey() + ".part");
    VIGIE_TRY(const auto hash, pass(path, part.path(), progress, stop));
    Asset asset;
    asset.sha256 = hash;
    asset.name = fs::path(path).filename().string();
    asset.mime = facts.mime;
    asset.bytes = facts.bytes;
    asset.width = facts.width;
    asset.height = facts.height;
    asset.durationMs = facts.durationMs;
    asset.frames = facts.frames;
    asset.hasPlace = facts.hasPlace;
    const auto to = pathOf(asset);
    if (!fs::exists(to)) {
        VIGIE_CHECK(makeFolder(fs::path(to).parent_path().string()));
        std::error_code error;
        fs::rename(part.path(), to, error);
        if (error)
            return diskTrouble(to, error.value());
        ::chmod(to.c_str(), S_IRUSR); // it is not written to again
    }
    if (facts.isPicture())
        asset.fingerprint = pictureFingerprint(to).value_or(0);
    return asset;
}

Result<std::string> MediaShelf::rendition(const Asset &asset, const connect::MediaRules &rules) const
{
    const auto original = pathOf(asset);
    std::error_code error;
    if (!fs::is_regular_file(original, error))
        return fail(Errc::NotFound, asset.name + " is no longer in the media folder");
    MediaFacts facts{asset.mime, asset.bytes, asset.width, asset.height, asset.durationMs, asset.frames, asset.hasPlace};
    const auto plan = renditionPlan(facts, rules, asset.keepPlace);
    if (plan.answer == RenditionPlan::Answer::AsIs)
        return original;
    if (plan.answer == RenditionPlan::Answer::Refused)
        return fail(Errc::ContentRefused, "the network does not take " + asset.name);
    const auto to = folder_ + "/" + kMade + "/" + asset.sha256 + "-" + plan.spec.key();
    if (fs::is_regular_file(to, error))
        return to;
    VIGIE_CHECK(makeFolder(folder_ + "/" + kMade));
    VIGIE_CHECK(makeRendition(original, plan.spec, to));
    return to;
}

Result<bool> MediaShelf::isWhole(const Asset &asset) const
{
    VIGIE_TRY(const auto hash, fileHash(pathOf(asset)));
    return hash == asset.sha256;
}

Result<int> copyShelf(const std::string &fromWorkspace, const std::string &toWorkspace)
{
    const fs::path from(MediaShelf::folderOf(fromWorkspace)), to(MediaShelf::folderOf(toWorkspace));
    std::error_code error;
    int brought = 0;
    if (!fs::is_directory(from, error))
        return brought;
    for (const auto &folder : fs::directory_iterator(from, error)) {
        if (!folder.is_directory() || folder.path().filename() == kMade)
            continue;
        const auto into = to / folder.path().filename();
        VIGIE_CHECK(makeFolder(to.string()));
        VIGIE_CHECK(makeFolder(into.string()));
        for (const auto &file : fs::directory_iterator(folder.path(), error)) {
            const auto target = into / file.path().filename();
            if (!file.is_regular_file() || fs::exists(target, error))
                continue;
            fs::create_hard_link(file.path(), target, error);
            if (error) {
                const auto part = target.string() + ".part";
                fs::copy_file(file.path(), part, fs::copy_options::overwrite_existing, error);
                if (!error)
                    fs::rename(part, target, error);
            }
            if (error)
                return diskTrouble(target.string(), error.value());
            ++brought;
        }
    }
    return brought;
}

} // namespace vigie::plan
