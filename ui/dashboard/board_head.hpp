// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the dashboard: its pages, and what the page in front asks: period, comparison, brand, networks, languages, tags, tones,
// words of the query language.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/insight/figure.hpp>
#include <vigie/model/board.hpp>
#include <vigie/model/campaign.hpp>
#include <vigie/model/saved_query.hpp>

#include <QTimer>
#include <QWidget>

#include <vector>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTabBar;

namespace vigie::ui {

class ElidedLabel;
class MultiPick;

/// What may be chosen in the head.
struct BoardChoices {
    std::vector<SavedQuery> queries;
    std::vector<Campaign> campaigns;
    std::vector<std::pair<std::string, QString>> networks, langs, tags;
};

class BoardHead final : public QWidget {
    Q_OBJECT
public:
    explicit BoardHead(Shell &shell, QWidget *parent = nullptr);
    void setBoards(const std::vector<Board> &boards, BoardId current);
    void setChoices(BoardChoices choices);
    void setChoice(const BoardChoice &choice);
    /// Pages that ask nothing have no pickers.
    void setAsked(bool asked);
    [[nodiscard]] bool isAsked() const;
    [[nodiscard]] const BoardChoice &choice() const { return choice_; }
    /// In words: the days, against which.
    void setPeriods(const insight::Period &period, const std::optional<insight::Period> &against);
    /// Buttons at its right end.
    void addRight(QWidget *widget);
    void setSpan(BoardSpan span);
    /// A period length earlier (-1) or later (1) than the one in view.
    void stepPeriod(const insight::Period &shown, int direction);
    void cycleCompare();
    void focusWords();
    void stepPage(int by);

    [[nodiscard]] QTabBar &tabs() const { return *tabs_; }
    [[nodiscard]] QComboBox &spanBox() const { return *span_; }
    [[nodiscard]] QComboBox &compareBox() const { return *compare_; }
    [[nodiscard]] QComboBox &brandBox() const { return *brand_; }
    [[nodiscard]] MultiPick &networkPick() const { return *networks_; }
    [[nodiscard]] MultiPick &langPick() const { return *langs_; }
    [[nodiscard]] MultiPick &tagPick() const { return *tags_; }
    [[nodiscard]] MultiPick &tonePick() const { return *tones_; }
    [[nodiscard]] QComboBox &relaysBox() const { return *relays_; }
    [[nodiscard]] QLineEdit &wordsField() const { return *words_; }

Q_SIGNALS:
    void choiceChanged();
    void relaysChanged();
    void pageChosen(vigie::BoardId id);
    void pageMoved(vigie::BoardId id, int place);

private:
    void build();
    void buildRow();
    void retranslate();
    void changeEvent(QEvent *event) override;
    void show();
    void fillBoxes();
    void read();

    Shell &shell_;
    QTabBar *tabs_;
    QHBoxLayout *right_;
    QWidget *pickers_ = nullptr;
    QComboBox *span_, *campaign_, *compare_, *brand_, *relays_;
    QDateEdit *from_, *to_;
    MultiPick *networks_, *langs_, *tags_, *tones_;
    QLineEdit *words_;
    ElidedLabel *days_;
    BoardChoices choices_;
    BoardChoice choice_;
    std::vector<Board> boards_;
    QTimer typed_;
    bool showing_ = false;
};

} // namespace vigie::ui
