// SPDX-License-Identifier: GPL-3.0-or-later
// The media library: find a file, say what it is and until when it may be used, see where it was used, put it into the post.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/model/asset.hpp>

#include <QDialog>

#include <stop_token>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace vigie::ui {

class AssetEditor;
class EmptyState;
class ErrorBar;
class MediaModel;

class MediaDialog final : public QDialog {
    Q_OBJECT
public:
    /// `forPost`: files can be put into the post that is being written.
    MediaDialog(Bridge &bridge, bool forPost, QWidget *parent);
    void addFiles(const QStringList &paths);
    void choose(AssetId id);
    [[nodiscard]] MediaModel *model() const { return model_; }
    [[nodiscard]] AssetEditor *editor() const { return editor_; }
    void useChosen();
    void removeChosen();
    [[nodiscard]] QString noticeText() const;

Q_SIGNALS:
    void used(const vigie::Asset &asset);
    void described(const vigie::Asset &asset);

private:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void build();
    void retranslate();
    void askForFiles();
    void showChosen();
    void refresh();
    void setTaking(bool taking);
    void bringBack();

    Bridge &bridge_;
    bool forPost_;
    AssetId wanted_, removed_;
    std::stop_source stop_;
    MediaModel *model_;
    QLineEdit *search_;
    QListView *list_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    AssetEditor *editor_;
    ErrorBar *error_;
    QLabel *notice_;
    QProgressBar *progress_;
    QPushButton *add_, *cancel_, *use_, *remove_, *back_, *close_;
};

} // namespace vigie::ui
