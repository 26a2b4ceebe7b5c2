// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a page of the dashboard below its head, where it is more than arranged tiles: reviews, objectives. The panel owns
// the head (page, period, comparison, filters) and tells the body what is asked; the body reads and draws by itself.
// A page kind has one line in page_bodies.cpp.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/insight/figure.hpp>
#include <vigie/model/board.hpp>

#include <QWidget>

#include <optional>
#include <string>

namespace vigie::ui {

/// What the head of a page asks for.
struct PageQuestion {
    insight::FigureScope scope;
    insight::Period period;
    std::optional<insight::Period> against; ///< none: compared with nothing
    std::string zone;
};

class PageBody : public QWidget {
    Q_OBJECT
public:
    explicit PageBody(Shell &shell, QWidget *parent = nullptr) : QWidget(parent), shell_(shell) {}
    /// The head was changed, or data arrived: read anew. Old values stay, dimmed, until the new ones come.
    virtual void ask(const PageQuestion &question) = 0;
    /// It uses what the head asks for; otherwise only the pages are shown there.
    [[nodiscard]] virtual bool isAsked() const { return true; }
    /// The first answer is on the screen, or words that there is none.
    [[nodiscard]] virtual bool ready() const = 0;
    /// Where the keys belong when the page comes to the front.
    virtual void takeFocus() { setFocus(Qt::OtherFocusReason); }

Q_SIGNALS:
    /// Show what is behind a figure: rows, formula, query, coverage.
    void behindWanted(const QString &title, const std::string &key, const vigie::insight::FigureScope &scope, const vigie::insight::Period &period);

protected:
    [[nodiscard]] Shell &shell() const { return shell_; }
    [[nodiscard]] Bridge &bridge() const { return shell_.bridge; }

private:
    Shell &shell_;
};

/// Null: pages of this kind have no body of their own (arranged tiles), or not yet.
[[nodiscard]] PageBody *makePageBody(BoardKind kind, Shell &shell, QWidget *parent);

} // namespace vigie::ui
