// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of the charter and the one that is being edited. Nothing is in force before the person says so; then it is a new
// version, and taking it back is another one.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/app/moderation.hpp>

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace vigie::ui {

class ArticleEditor;
class ErrorBar;

class CharterPane final : public QWidget {
    Q_OBJECT
public:
    CharterPane(Shell &shell, QWidget *parent);

    void load();
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] bool dirty() const { return dirty_; }
    void putInForce();
    void discard();
    void addArticle();
    void removeArticle();
    void exportTo(const QString &file);
    void importFrom(const QString &file);
    /// By its ending: .pdf, .html, else Markdown.
    void writeSheet(const QString &file);
    void chooseExport();
    void chooseImport();
    void chooseSheet();
    [[nodiscard]] QListWidget &list() const { return *list_; }
    [[nodiscard]] ArticleEditor &editor() const { return *editor_; }
    [[nodiscard]] const Charter &charter() const { return charter_; }

Q_SIGNALS:
    void changed();                  ///< dirty or not, another version

private:
    void build();
    void show(const app::CharterNow &now);
    void fillList(int number);
    void select(int row);
    void edited();
    void setDirty(bool dirty);
    void save(const Charter &charter, const std::string &note, const QString &words);
    void chooseFile(const QString &title, bool saving, const QStringList &filters, const QString &suggestion, std::function<void(const QString &)> chosen);
    void wrote(const QString &file, const Result<bool> &done);
    void retranslate();
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    Generation reads_;
    bool ready_ = false, dirty_ = false, filling_ = false;
    app::CharterNow inForce_;
    Charter charter_;                ///< as it is being edited
    int row_ = -1;
    ErrorBar *error_;
    QLabel *version_;
    QListWidget *list_;
    ArticleEditor *editor_;
    QScrollArea *area_;
    QLineEdit *note_;
    QPushButton *add_, *remove_, *discard_, *save_, *export_, *import_, *sheet_;
};

} // namespace vigie::ui
