// SPDX-License-Identifier: GPL-3.0-or-later
// The page of reviews: their figures with formulas, by place, stars, language, network, age or answer, and what is worth a second
// look, with reasons and never a verdict.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/dashboard/page_body.hpp"

#include <vigie/insight/reviews.hpp>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class FlowLayout;
class StarBars;

class ReviewsPage final : public PageBody {
    Q_OBJECT
public:
    explicit ReviewsPage(Shell &shell, QWidget *parent = nullptr);
    void ask(const PageQuestion &question) override;
    [[nodiscard]] bool ready() const override { return page_.has_value() || failed_; }
    void takeFocus() override;

    [[nodiscard]] const std::optional<insight::ReviewPage> &page() const { return page_; }
    [[nodiscard]] QTableWidget &groups() const { return *groups_; }
    [[nodiscard]] QTreeWidget &looks() const { return *looks_; }
    [[nodiscard]] QComboBox &split() const { return *split_; }
    [[nodiscard]] QComboBox &place() const { return *place_; }

private:
    struct Tile {
        QWidget *box = nullptr;
        QLabel *name = nullptr, *value = nullptr, *note = nullptr;
    };
    void build();
    void buildTables(class QBoxLayout &layout);
    void changeEvent(QEvent *event) override;
    void read();
    void show(insight::ReviewPage page);
    void showTiles();
    void showPlaces();
    void showGroups();
    void showLooks();
    void addLook(std::size_t at);
    void openLook(QTreeWidgetItem *item);
    void openGroup(int row);
    void save();
    void retranslate();

    Generation generation_;
    std::optional<PageQuestion> question_;
    std::optional<insight::ReviewPage> page_;
    insight::ReviewRequest request_;    ///< that `page_` answers
    bool failed_ = false;
    std::vector<Tile> tiles_;
    QComboBox *place_, *split_;
    QPushButton *save_;
    QTableWidget *groups_;
    StarBars *stars_;
    QTreeWidget *looks_;
    QLabel *starsTitle_, *looksTitle_, *looksWords_;
    QWidget *content_;
    EmptyState *empty_;
    ErrorBar *error_;
    bool awaitsKeys_ = false;           ///< the page had the keys when it began to be read
};

} // namespace vigie::ui
