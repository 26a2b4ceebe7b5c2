// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of mentions: guessed and read to its end, with every line an item, a fault or nothing.
#include "fuzz/text_soundness.hpp"

#include <vigie/connect/file_import.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace vigie;
using namespace vigie::connect;

namespace {

/// A file of this process, gone with it.
struct Scratch {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("vigie_csv_fuzz_" + std::to_string(::getpid()));
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
};

void readWhole(const std::string &path, const ImportMapping &mapping, std::size_t lines)
{
    auto reader = FileReader::open(path, mapping);
    if (!reader)
        return;
    std::vector<BadLine> bad;
    std::size_t items = 0;
    for (;;) {
        const auto page = (*reader)->next(7, bad);
        if (!page || page->empty())
            break;
        fuzz::require(page->size() <= 7, "no more items than were asked for");
        items += page->size();
        fuzz::require(items <= lines, "no more items than lines");
        for (const auto &item : *page)
            fuzz::require(text::cleanUtf8(item.text) == item.text, "the text is clean UTF-8");
    }
    fuzz::require((*reader)->share() >= 0 && (*reader)->share() <= 1, "the share read is a share");
    fuzz::require(bad.size() <= 1000 && static_cast<std::int64_t>(bad.size()) <= (*reader)->badCount(), "bad lines are counted");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Scratch scratch;
    std::size_t lines = 1;
    {
        std::error_code ignored;
        std::filesystem::remove(scratch.path, ignored); // writing over a file makes some file systems wait for the disk
        std::ofstream file(scratch.path, std::ios::binary);
        file.write(reinterpret_cast<const char *>(data), static_cast<std::streamsize>(size));
    }
    for (std::size_t i = 0; i < size; ++i)
        lines += data[i] == '\n' || data[i] == '\r' ? 1U : 0U;
    const auto preview = previewFile(scratch.path.string());
    if (preview) {
        readWhole(scratch.path.string(), preview->mapping, lines);
        const auto kept = ImportMapping::fromJson(preview->mapping.toJson());
        fuzz::require(kept.has_value() && kept->columns.size() == preview->mapping.columns.size(), "a guessed mapping can be kept");
    }
    ImportMapping forced;
    forced.format = size % 3 == 0 ? FileFormat::Csv : size % 3 == 1 ? FileFormat::Tsv : FileFormat::Ndjson;
    forced.separator = forced.format == FileFormat::Tsv ? '\t' : ';';
    forced.header = false;
    const bool json = forced.format == FileFormat::Ndjson;
    forced.columns = {{json ? "/text" : "1", ImportField::Text}, {json ? "/date" : "2", ImportField::PublishedAt}, {json ? "/likes" : "3", ImportField::Likes}};
    readWhole(scratch.path.string(), forced, lines);
    (void)ImportMapping::fromJson(std::string(reinterpret_cast<const char *>(data), size));
    return 0;
}
