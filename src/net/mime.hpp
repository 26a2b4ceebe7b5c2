// SPDX-License-Identifier: GPL-3.0-or-later
// GMime behind our own types: ownership, and text that may come from anywhere.
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <string>
#include <string_view>

namespace vigie::net {

struct GFree {
    void operator()(gchar *text) const { g_free(text); }
};
struct GUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct GMimeParserOptionsFree {
    void operator()(GMimeParserOptions *options) const { g_mime_parser_options_free(options); }
};
struct GMimeFormatOptionsFree {
    void operator()(GMimeFormatOptions *options) const { g_mime_format_options_free(options); }
};
struct GMimeReferencesFree {
    void operator()(GMimeReferences *references) const { g_mime_references_free(references); }
};
using GText = std::unique_ptr<gchar, GFree>;
template <class T>
using GOwned = std::unique_ptr<T, GUnref>;

/// Before the first use of GMime; from any thread.
void startMime();
/// Valid UTF-8 with LF ends and no other control characters than tabs.
[[nodiscard]] std::string cleanText(std::string_view bytes);
/// The same on one line: headers.
[[nodiscard]] std::string cleanLine(std::string_view bytes);
/// A header as it stood in the message: RFC 2047 words, UTF-8, or ISO-8859-1 when it is none.
[[nodiscard]] std::string decodeHeader(const std::string &raw);

} // namespace vigie::net
