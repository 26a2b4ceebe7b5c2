// SPDX-License-Identifier: GPL-3.0-or-later
// Which identities are one person: those that were put together and why, each taken apart again exactly; who else may be the
// same, with reasons; and anybody found by name, with a reason of one's own.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/person.hpp>

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace vigie::ui {

class ErrorBar;
class SuggestionList;

class IdentitiesDialog final : public QDialog {
    Q_OBJECT
public:
    /// None: only suggestions, among everybody.
    IdentitiesDialog(Shell &shell, MemberId member, QWidget *parent);
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] SuggestionList &suggestions() const { return *suggestions_; }
    [[nodiscard]] QListWidget &merges() const { return *merges_; }
    [[nodiscard]] QListWidget &found() const { return *found_; }
    [[nodiscard]] QLineEdit &words() const { return *words_; }
    [[nodiscard]] QLineEdit &reason() const { return *reason_; }
    /// Of what is chosen in the list of merges, or in the list of people found.
    void takeApart();
    void putTogether();

private:
    void buildMerges(QLayout *into);
    void buildSearch(QLayout *into);
    void read();
    void search();
    void look();
    void merge(bool afterAll);
    void say(const Error &error);

    Shell &shell_;
    MemberId member_;
    bool conflict_ = false;
    Generation readings_, searches_;
    QTimer searchTimer_;
    std::optional<PersonCard> card_;
    std::vector<PersonLine> people_;
    QLabel *who_;
    QListWidget *merges_;
    QPushButton *apart_;
    SuggestionList *suggestions_;
    QLineEdit *words_, *reason_;
    QListWidget *found_;
    QPushButton *together_;
    ErrorBar *error_;
};

} // namespace vigie::ui
