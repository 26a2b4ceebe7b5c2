// SPDX-License-Identifier: GPL-3.0-or-later
// Several of a few, or all: a button that says what is chosen, with a menu that stays open while one chooses.
// Thread: the window's.
#pragma once

#include <QPushButton>
#include <QString>

#include <string>
#include <utility>
#include <vector>

class QMenu;

namespace vigie::ui {

class MultiPick final : public QPushButton {
    Q_OBJECT
public:
    explicit MultiPick(QWidget *parent = nullptr);
    /// Key and words of each choice; what was chosen and is no longer there is let go of.
    void setChoices(std::vector<std::pair<std::string, QString>> choices);
    /// `all`: shown while nothing is chosen; `name`: what is chosen of.
    void setWords(const QString &all, const QString &name);
    void setChosen(const std::vector<std::string> &keys);
    [[nodiscard]] const std::vector<std::string> &chosen() const { return chosen_; }

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    void choose(const std::string &key, bool on);
    void showWords();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QMenu *menu_;
    std::vector<std::pair<std::string, QString>> choices_;
    std::vector<std::string> chosen_;
    QString all_, name_;
};

} // namespace vigie::ui
