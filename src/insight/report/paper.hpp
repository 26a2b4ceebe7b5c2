// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of paper (A4) that words, tables and drawings flow onto: a PDF by Cairo, words set by Pango, fonts embedded. The same calls give the
// same bytes, for the same fonts on the machine.
// Thread: one at a time. Errors: Internal (Cairo could not go on), Cancelled.
#pragma once

#include "insight/report/canvas.hpp"

#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::insight {

struct PaperStyle {
    double size = 9;
    Rgb color = kInk;
    bool bold = false;
    double after = 3;                    ///< points left free below
};
struct PaperColumn {
    double share = 1;                    ///< of the width
    bool right = false, bold = false;
};
struct PaperAbout {
    std::string title, author, language;
    Instant madeAt;
    std::string footer;                  ///< at the left of every page's foot
    std::function<std::string(int page, int pages)> pageWords;
    double pixelsPerPoint = 0;           ///< more than 0: pictures of the pages instead of a PDF
};

class Paper {
public:
    /// `pages`: how many there will be, for the foot; 0 while nobody knows.
    Paper(const PaperAbout &about, int pages);
    ~Paper();
    Paper(const Paper &) = delete;
    Paper &operator=(const Paper &) = delete;

    [[nodiscard]] double width() const;
    void text(const std::string &words, const PaperStyle &style);
    /// A heading, also in the outline; never alone at the foot of a page.
    void heading(const std::string &words, double size, double roomBelow);
    void space(double points);
    void rule();
    void newPage();
    /// Words beside a bar of the accent's color.
    void quote(const std::string &words, const std::string &by);
    void tableHead(const std::vector<std::string> &cells, const std::vector<PaperColumn> &columns);
    /// Cells wrap; a row stays whole, and the head is said again on a new page.
    void tableRow(const std::vector<std::string> &cells);
    void drawing(double height, const std::function<void(Canvas &canvas, double width)> &draw);
    [[nodiscard]] int page() const;
    [[nodiscard]] double left() const;   ///< points above the foot of this page
    /// The bytes of the file.
    Result<std::string> finish();
    /// A PNG for each page, where pictures were asked for.
    Result<std::vector<std::string>> finishPictures();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace vigie::insight
