// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of tags, to be put in order: names, what stands under what, colours and marks, merges. Each change can be undone.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/store/tags.hpp>

#include <QDialog>

#include <functional>
#include <vector>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace vigie::ui {

class ChoicePopup;

class TagTree final : public QDialog {
    Q_OBJECT
public:
    explicit TagTree(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QTreeWidget &tree() const { return *tree_; }
    [[nodiscard]] QLineEdit &name() const { return *name_; }
    [[nodiscard]] QLineEdit &mark() const { return *mark_; }

Q_SIGNALS:
    void undoWanted();

private:
    using Work = std::function<Result<void>(store::Tags &)>;
    void build();
    void refresh();
    void fill(const std::vector<store::TagNode> &nodes);
    void onChoice();
    [[nodiscard]] const store::TagNode *current() const;
    void decide(Work work, const QString &done);
    void add();
    void rename();
    void showAs(const QString &colour);
    void askColour();
    void askOther(const QString &title, bool withTop, std::function<void(TagId)> chosen);
    void askMerge();
    void askParent();
    void remove();

    Shell &shell_;
    std::vector<store::TagNode> nodes_;
    TagId wanted_;
    QTreeWidget *tree_;
    QLineEdit *name_, *mark_;
    QPushButton *add_, *colour_, *merge_, *under_, *remove_;
    ChoicePopup *popup_;
};

} // namespace vigie::ui
