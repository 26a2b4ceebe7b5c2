// SPDX-License-Identifier: GPL-3.0-or-later
// What a report is made of: subject, days, depth, language, forms, comment, folder. It knows nothing of making one.
// Thread: the window's.
#pragma once

#include <vigie/insight/report.hpp>
#include <vigie/model/board.hpp>
#include <vigie/model/saved_query.hpp>

#include <QDate>
#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class ReportForm final : public QWidget {
    Q_OBJECT
public:
    ReportForm(const insight::ReportRequest &request, QWidget *parent);

    void setQueries(const std::vector<SavedQuery> &queries);
    /// Pages of the dashboard: choosing one takes its filter and its figures.
    void setPages(const std::vector<Board> &pages);
    /// The one that is kept for the page and the days chosen.
    void setComment(const QString &text);
    void setFolder(const QString &folder);
    void setFormats(const std::vector<ReportFormat> &formats);

    /// With the comment as it is written now, where that is not the one that is kept.
    [[nodiscard]] insight::ReportRequest request() const;
    [[nodiscard]] std::vector<ReportFormat> formats() const;
    /// Files that prove the figures go beside the report.
    [[nodiscard]] bool proofs() const;
    [[nodiscard]] QCheckBox *proofsBox() const { return proofs_; }
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString comment() const;
    [[nodiscard]] bool commentChanged() const;
    /// What keeps a report from being made, as a sentence; empty: nothing.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] QPlainTextEdit *commentField() const { return comment_; }
    [[nodiscard]] QComboBox *pageBox() const { return page_; }
    [[nodiscard]] QComboBox *depthBox() const { return depth_; }
    [[nodiscard]] QComboBox *languageBox() const { return language_; }
    [[nodiscard]] QDateEdit *fromEdit() const { return from_; }
    [[nodiscard]] QDateEdit *toEdit() const { return to_; }
    [[nodiscard]] QLineEdit *folderEdit() const { return folder_; }

Q_SIGNALS:
    void changed();        ///< the pages are others
    void daysChanged();    ///< and so is the comment that is kept
    void choicesChanged(); ///< forms or folder: nothing that the pages show

private:
    void build();
    void chooseFolder();
    void choosePage(int index);
    insight::ReportRequest request_;
    QComboBox *page_, *subject_, *depth_, *language_;
    QDateEdit *from_, *to_;
    QPlainTextEdit *comment_;
    QLineEdit *folder_;
    QPushButton *choose_;
    std::vector<QCheckBox *> formats_;
    QCheckBox *proofs_ = nullptr;
    std::vector<Board> pages_;
    QString kept_;
    bool filling_ = false;
};

} // namespace vigie::ui
