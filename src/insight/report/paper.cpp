// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/paper.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr double kPageWidth = 595.276, kPageHeight = 841.89, kSide = 51, kTop = 48, kFoot = 46, kCellGap = 7, kRowAir = 2.6, kQuoteIndent = 14;
// No emoji font by name: it has digits of its own, and Pango would take those.
constexpr const char *kFonts = "Inter, DejaVu Sans, Sans";

struct Freed {
    void operator()(PangoLayout *layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }
    void operator()(cairo_font_options_t *options) const { cairo_font_options_destroy(options); }
};
using Layout = std::unique_ptr<PangoLayout, Freed>;

cairo_status_t keepBytes(void *out, const unsigned char *bytes, unsigned int size)
{
    static_cast<std::string *>(out)->append(reinterpret_cast<const char *>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void ink(cairo_t *cairo, Rgb color)
{
    cairo_set_source_rgb(cairo, ((color >> 16U) & 255U) / 255.0, ((color >> 8U) & 255U) / 255.0, (color & 255U) / 255.0);
}

} // namespace

struct Paper::State final : Canvas {
    PaperAbout about;
    int pages = 0, page = 1;
    std::string bytes;
    cairo_surface_t *surface = nullptr;
    cairo_t *cairo = nullptr;
    double y = kTop;
    std::vector<std::string> head;
    std::vector<PaperColumn> columns;
    std::vector<std::string> pictures;

    State(const PaperAbout &said, int known) : about(said), pages(known)
    {
        if (about.pixelsPerPoint > 0) {
            beginPicture();
            return;
        }
        surface = cairo_pdf_surface_create_for_stream(keepBytes, &bytes, kPageWidth, kPageHeight);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, about.title.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Vigie");
        if (!about.author.empty())
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, about.author.c_str());
        const auto made = toRfc3339(about.madeAt).substr(0, 19) + "Z"; // the date line; Cairo would take the clock's
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
        cairo = cairo_create(surface);
    }
    ~State() override
    {
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    void beginPicture()
    {
        const double scale = about.pixelsPerPoint;
        surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(kPageWidth * scale), static_cast<int>(kPageHeight * scale));
        cairo = cairo_create(surface);
        ink(cairo, 0xFFFFFF);
        cairo_paint(cairo);
        cairo_scale(cairo, scale, scale);
    }
    void endPage()
    {
        foot();
        cairo_show_page(cairo);
        if (about.pixelsPerPoint <= 0)
            return;
        bytes.clear();
        cairo_surface_flush(surface);
        cairo_surface_write_to_png_stream(surface, keepBytes, &bytes);
        pictures.push_back(bytes);
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
        beginPicture();
    }

    [[nodiscard]] static double room() { return kPageWidth - 2 * kSide; }
    [[nodiscard]] double left() const { return kPageHeight - kFoot - y; }

    Layout layout(const std::string &words, double size, bool bold, double wide = 0) const
    {
        Layout made(pango_cairo_create_layout(cairo));
        auto *context = pango_layout_get_context(made.get());
        const std::unique_ptr<cairo_font_options_t, Freed> options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE); // what a screen would like must not move a line on paper
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context, options.get());
        pango_cairo_context_set_resolution(context, 72);
        pango_context_set_language(context, pango_language_from_string(about.language.c_str()));
        const std::unique_ptr<PangoFontDescription, Freed> font(pango_font_description_from_string(kFonts));
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(made.get(), font.get());
        pango_layout_set_text(made.get(), words.data(), static_cast<int>(words.size()));
        if (wide > 0) {
            pango_layout_set_width(made.get(), static_cast<int>(wide * PANGO_SCALE));
            pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        }
        pango_layout_set_line_spacing(made.get(), 1.18F);
        return made;
    }
    static double height(const Layout &layout)
    {
        PangoRectangle box;
        pango_layout_get_extents(layout.get(), nullptr, &box);
        return static_cast<double>(box.height) / PANGO_SCALE;
    }
    static double wide(const Layout &layout)
    {
        PangoRectangle box;
        pango_layout_get_extents(layout.get(), nullptr, &box);
        return static_cast<double>(box.width) / PANGO_SCALE;
    }
    void show(const Layout &layout, double x, double top, Rgb color) const
    {
        ink(cairo, color);
        cairo_move_to(cairo, x, top);
        pango_cairo_show_layout(cairo, layout.get());
    }
    /// Line by line, so that a long text goes on where the page ends. `bar`: the accent's color runs along at the left.
    void flow(const Layout &set, double x, Rgb color, double after, bool bar = false)
    {
        auto *lines = pango_layout_get_iter(set.get());
        do {
            PangoRectangle box;
            pango_layout_iter_get_line_extents(lines, nullptr, &box);
            const double tall = static_cast<double>(box.height) / PANGO_SCALE;
            want(tall);
            if (bar)
                rect(kSide, y, 2.5, tall, kAccent);
            ink(cairo, color);
            cairo_move_to(cairo, x + static_cast<double>(box.x) / PANGO_SCALE, y + tall * 0.8);
            pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(lines));
            y += tall;
        } while (pango_layout_iter_next_line(lines));
        pango_layout_iter_free(lines);
        y += after;
    }
    void foot() const
    {
        const auto at = kPageHeight - kFoot + 16;
        ink(cairo, kRule);
        cairo_rectangle(cairo, kSide, at - 5, room(), 0.5);
        cairo_fill(cairo);
        const auto pageWords = layout(about.pageWords(page, pages), 7.5, false);
        show(pageWords, kPageWidth - kSide - wide(pageWords), at, kQuiet);
        const auto words = layout(about.footer, 7.5, false, room() - wide(pageWords) - 20);
        pango_layout_set_height(words.get(), -2);
        pango_layout_set_ellipsize(words.get(), PANGO_ELLIPSIZE_END);
        show(words, kSide, at, kQuiet);
    }
    void turn()
    {
        endPage();
        ++page;
        y = kTop;
    }
    void want(double points)
    {
        if (left() < points && y > kTop)
            turn();
    }

    // Canvas: the origin is where the drawing stands.
    void stroke(const std::vector<Spot> &points, Rgb color, double thick, bool dashed) override
    {
        ink(cairo, color);
        cairo_set_line_width(cairo, thick);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        const double dashes[] = {3, 2.5};
        cairo_set_dash(cairo, dashes, dashed ? 2 : 0, 0);
        cairo_new_path(cairo); // words before left their place behind
        for (const auto &point : points)
            cairo_line_to(cairo, point.x, point.y);
        cairo_stroke(cairo);
    }
    void rect(double x, double top, double w, double h, Rgb color) override
    {
        ink(cairo, color);
        cairo_rectangle(cairo, x, top, w, h);
        cairo_fill(cairo);
    }
    void text(double x, double base, const std::string &words, double size, Rgb color, Anchor anchor, double most) override
    {
        const auto set = layout(words, size, false);
        if (most > 0 && wide(set) > most) {
            pango_layout_set_width(set.get(), static_cast<int>(most * PANGO_SCALE));
            pango_layout_set_ellipsize(set.get(), PANGO_ELLIPSIZE_END);
        }
        const double move = anchor == Anchor::Start ? 0 : anchor == Anchor::Middle ? wide(set) / 2 : wide(set);
        show(set, x - move, base - static_cast<double>(pango_layout_get_baseline(set.get())) / PANGO_SCALE, color);
    }
    double width(const std::string &words, double size) override { return wide(layout(words, size, false)); }

    double rowHeight(const std::vector<std::string> &cells, std::vector<Layout> &set, bool bold) const
    {
        double tall = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            set.push_back(layout(i < cells.size() ? cells[i] : std::string(), bold ? 7.5 : 8.5, !bold && columns[i].bold, columns[i].share * room() - kCellGap));
            pango_layout_set_alignment(set.back().get(), columns[i].right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
            tall = std::max(tall, height(set.back()));
        }
        return tall;
    }
    void showRow(const std::vector<Layout> &set, double tall, bool isHead)
    {
        double x = kSide;
        for (std::size_t i = 0; i < set.size(); ++i) {
            show(set[i], x, y + kRowAir, isHead ? kQuiet : kInk);
            x += columns[i].share * room();
        }
        y += tall + 2 * kRowAir;
        ink(cairo, isHead ? kQuiet : kRule);
        cairo_rectangle(cairo, kSide, y - 0.4, room(), isHead ? 0.7 : 0.4);
        cairo_fill(cairo);
    }
    void sayHead()
    {
        std::vector<Layout> set;
        const double tall = rowHeight(head, set, true);
        showRow(set, tall, true);
    }
};

Paper::Paper(const PaperAbout &about, int pages) : state_(std::make_unique<State>(about, pages)) {}
Paper::~Paper() = default;

double Paper::width() const { return State::room(); }
int Paper::page() const { return state_->page; }
double Paper::left() const { return state_->left(); }
void Paper::space(double points) { state_->y += points; }
void Paper::newPage() { state_->turn(); }

void Paper::text(const std::string &words, const PaperStyle &style)
{
    state_->flow(state_->layout(words, style.size, style.bold, State::room()), kSide, style.color, style.after);
}

void Paper::heading(const std::string &words, double size, double roomBelow)
{
    auto &state = *state_;
    state.y += state.y > kTop ? size * 0.9 : 0;
    const auto set = state.layout(words, size, true, State::room());
    const double tall = State::height(set);
    state.want(tall + 5 + roomBelow);
    const auto place = "page=" + std::to_string(state.page) + " pos=[0 " + std::to_string(static_cast<int>(state.y)) + "]";
    if (cairo_surface_get_type(state.surface) == CAIRO_SURFACE_TYPE_PDF)
        cairo_pdf_surface_add_outline(state.surface, CAIRO_PDF_OUTLINE_ROOT, words.c_str(), place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    state.show(set, kSide, state.y, kInk);
    state.y += tall + 5;
}

void Paper::rule()
{
    state_->rect(kSide, state_->y, State::room(), 0.5, kRule);
    state_->y += 6;
}

void Paper::quote(const std::string &words, const std::string &by)
{
    const auto paragraphs = words + (by.empty() ? "" : "\n\xE2\x80\x94 " + by);
    state_->flow(state_->layout(paragraphs, 9.5, false, State::room() - kQuoteIndent), kSide + kQuoteIndent, kInk, 6, true);
}

void Paper::tableHead(const std::vector<std::string> &cells, const std::vector<PaperColumn> &columns)
{
    state_->head = cells;
    state_->columns = columns;
    state_->want(40);
    state_->sayHead();
}

void Paper::tableRow(const std::vector<std::string> &cells)
{
    auto &state = *state_;
    std::vector<Layout> set;
    const double tall = state.rowHeight(cells, set, false);
    if (state.left() < tall + 2 * kRowAir && state.y > kTop) {
        state.turn();
        state.sayHead();
    }
    state.showRow(set, tall, false);
}

void Paper::drawing(double height, const std::function<void(Canvas &, double)> &draw)
{
    auto &state = *state_;
    state.want(height);
    cairo_save(state.cairo);
    cairo_translate(state.cairo, kSide, state.y);
    draw(state, State::room());
    cairo_restore(state.cairo);
    state.y += height + 4;
}

Result<std::string> Paper::finish()
{
    auto &state = *state_;
    state.endPage();
    cairo_surface_finish(state.surface);
    const auto outcome = cairo_surface_status(state.surface);
    if (outcome != CAIRO_STATUS_SUCCESS || cairo_status(state.cairo) != CAIRO_STATUS_SUCCESS)
        return fail(Errc::Internal, std::string("the PDF could not be made: ") + cairo_status_to_string(outcome));
    return std::move(state.bytes);
}

Result<std::vector<std::string>> Paper::finishPictures()
{
    auto &state = *state_;
    state.endPage();
    if (state.pictures.empty() || state.pictures.back().empty() || cairo_status(state.cairo) != CAIRO_STATUS_SUCCESS)
        return fail(Errc::Internal, "the pages could not be drawn");
    return std::move(state.pictures);
}

} // namespace vigie::insight
