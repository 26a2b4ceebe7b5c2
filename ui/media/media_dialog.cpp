// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/media_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/media/asset_editor.hpp"
#include "ui/media/media_model.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/app/composing.hpp>
#include <vigie/store/assets.hpp>

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWidth = 960, kHeight = 640, kPicture = 128, kCellWidth = 156, kCellHeight = 164;
}

MediaDialog::MediaDialog(Bridge &bridge, bool forPost, QWidget *parent)
    : QDialog(parent), bridge_(bridge), forPost_(forPost), model_(new MediaModel(bridge, this)), search_(new QLineEdit(this)), list_(new QListView(this)),
      stack_(new QStackedWidget(this)), empty_(new EmptyState(this)), editor_(new AssetEditor(bridge, this)), error_(new ErrorBar(this)),
      notice_(wrappedLabel(QStringLiteral("warn"), {}, this)), progress_(new QProgressBar(this)), add_(roleButton({}, this)), cancel_(roleButton(QStringLiteral("link"), this)),
      use_(roleButton(QStringLiteral("primary"), this)), remove_(roleButton(QStringLiteral("quiet"), this)), back_(roleButton(QStringLiteral("link"), this)),
      close_(roleButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    build();
    connect(search_, &QLineEdit::textChanged, model_, &MediaModel::search);
    connect(model_, &MediaModel::loadedChanged, this, [this] {
        if (const auto place = model_->indexOf(wanted_); place.isValid())
            list_->setCurrentIndex(place);
        else if (model_->rowCount() > 0 && !list_->currentIndex().isValid())
            list_->setCurrentIndex(model_->index(0));
        refresh();
    });
    connect(model_, &MediaModel::failed, error_, &ErrorBar::setError);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &MediaDialog::showChosen);
    connect(list_, &QListView::activated, this, &MediaDialog::useChosen);
    connect(editor_, &AssetEditor::kept, this, [this](const Asset &asset) {
        model_->replace(asset);
        Q_EMIT described(asset);
    });
    connect(editor_, &AssetEditor::failed, error_, &ErrorBar::setError);
    connect(add_, &QPushButton::clicked, this, &MediaDialog::askForFiles);
    connect(empty_, &EmptyState::actionPressed, this, &MediaDialog::askForFiles);
    connect(cancel_, &QPushButton::clicked, this, [this] { stop_.request_stop(); });
    connect(use_, &QPushButton::clicked, this, &MediaDialog::useChosen);
    connect(remove_, &QPushButton::clicked, this, &MediaDialog::removeChosen);
    connect(back_, &QPushButton::clicked, this, &MediaDialog::bringBack);
    connect(close_, &QPushButton::clicked, this, &QDialog::close);
    setTaking(false);
    retranslate();
    resize(sizeInRoom(*this, QSize(kWidth, kHeight)));
    model_->search({});
}

void MediaDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    auto *head = new QHBoxLayout;
    head->addWidget(search_, 1);
    head->addWidget(add_);
    layout->addLayout(head);
    layout->addWidget(error_);
    notice_->setTextFormat(Qt::PlainText);
    layout->addWidget(notice_);
    layout->addWidget(back_, 0, Qt::AlignLeft);
    layout->addWidget(progress_);
    layout->addWidget(cancel_, 0, Qt::AlignLeft);
    const auto &theme = Theme::of(this);
    list_->setModel(model_);
    list_->setViewMode(QListView::IconMode);
    list_->setResizeMode(QListView::Adjust);
    list_->setMovement(QListView::Static);
    list_->setUniformItemSizes(true);
    list_->setIconSize(QSize(kPicture, kPicture));
    list_->setGridSize(QSize(kCellWidth, kPicture + theme.scaled(kCellHeight - kPicture)));
    list_->setTextElideMode(Qt::ElideMiddle);
    stack_->addWidget(empty_);
    stack_->addWidget(list_);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(editor_);
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(stack_);
    split->addWidget(scroll);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    layout->addWidget(split, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(remove_);
    foot->addStretch(1);
    foot->addWidget(close_);
    foot->addWidget(use_);
    layout->addLayout(foot);
    for (auto *button : {add_, cancel_, use_, remove_, back_, close_})
        button->setAutoDefault(false);
    notice_->hide();
    back_->hide();
}

void MediaDialog::choose(AssetId id)
{
    wanted_ = id;
    if (const auto place = model_->indexOf(id); place.isValid())
        list_->setCurrentIndex(place);
}

void MediaDialog::showChosen()
{
    const auto *asset = model_->at(list_->currentIndex());
    refresh();
    if (asset == nullptr) {
        editor_->clear();
        return;
    }
    wanted_ = asset->id;
    bridge_.read<std::vector<store::AssetUse>>(
        this, [id = asset->id](store::Tx &tx) { return store::Assets(tx).uses(id); },
        [this, id = asset->id](const Result<std::vector<store::AssetUse>> &uses) {
            const auto *shown = model_->at(list_->currentIndex());
            if (shown == nullptr || shown->id != id)
                return;
            if (uses)
                editor_->setAsset(*shown, *uses);
            else if (uses.error().code != Errc::Cancelled)
                error_->setError(uses.error());
        });
}

void MediaDialog::refresh()
{
    const bool any = model_->rowCount() > 0;
    stack_->setCurrentWidget(any || !model_->loaded() ? static_cast<QWidget *>(list_) : empty_);
    const bool chosen = model_->at(list_->currentIndex()) != nullptr;
    use_->setEnabled(chosen);
    remove_->setEnabled(chosen);
    if (!chosen)
        editor_->clear();
}

void MediaDialog::useChosen()
{
    const auto *asset = model_->at(list_->currentIndex());
    if (asset == nullptr || !forPost_)
        return;
    editor_->keep();
    auto chosen = editor_->asset();
    Q_EMIT used(chosen.id == asset->id ? chosen : *asset);
    close();
}

void MediaDialog::removeChosen()
{
    const auto *asset = model_->at(list_->currentIndex());
    if (asset == nullptr)
        return;
    bridge_.write<bool>(
        this,
        [id = asset->id](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Assets(tx).remove(id));
            return true;
        },
        [this, id = asset->id, name = qs(asset->name)](const Result<bool> &done) {
            if (!done && done.error().code == Errc::Conflict) {
                showText(notice_, tr("%1 was not taken out of the library: a post that is not sent yet uses it.").arg(name));
                return;
            }
            if (!done) {
                error_->setError(done.error());
                return;
            }
            removed_ = id;
            wanted_ = {};
            showText(notice_, tr("%1 was taken out of the library. Its file stays until nothing needs it.").arg(name));
            back_->show();
            model_->reload();
        });
}

void MediaDialog::bringBack()
{
    bridge_.write<bool>(
        this,
        [id = removed_](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Assets(tx).bringBack(id));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done) {
                error_->setError(done.error());
                return;
            }
            wanted_ = removed_;
            back_->hide();
            showText(notice_, {});
            model_->reload();
        });
}

void MediaDialog::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add pictures or films"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MediaDialog::addFiles);
    dialog->open();
}

void MediaDialog::addFiles(const QStringList &paths)
{
    if (paths.isEmpty() || bridge_.workspace() == nullptr)
        return;
    std::vector<std::string> given;
    for (const auto &path : paths)
        given.push_back(utf8(path));
    setTaking(true);
    stop_ = {};
    bridge_.workspace()->composing().take(given, stop_.get_token(), bridge_.executor(),
                                          bridge_.guarded<double>(this, [this](double share) { progress_->setValue(static_cast<int>(share * 100)); }),
                                          bridge_.guarded<Result<std::vector<app::TakenFile>>>(this, [this](const Result<std::vector<app::TakenFile>> &files) {
                                              setTaking(false);
                                              QStringList told;
                                              for (const auto &file : files ? *files : std::vector<app::TakenFile>{}) {
                                                  const auto name = QFileInfo(qs(file.path)).fileName();
                                                  if (file.error)
                                                      told.append(tr("%1 was not added: %2").arg(name, errorSentence(*file.error)));
                                                  else if (!file.alike.empty() && !file.known)
                                                      told.append(tr("%1 looks like %2, which is in the library already.").arg(name, qs(file.alike.front().name)));
                                                  if (!file.error)
                                                      wanted_ = file.asset.id;
                                              }
                                              if (!files && files.error().code != Errc::Cancelled)
                                                  told.append(errorSentence(files.error()));
                                              showText(notice_, told.join(QLatin1Char('\n')));
                                              model_->reload();
                                          }));
}

void MediaDialog::setTaking(bool taking)
{
    progress_->setValue(0);
    progress_->setVisible(taking);
    cancel_->setVisible(taking);
    add_->setEnabled(!taking);
}

QString MediaDialog::noticeText() const
{
    return notice_->text();
}

void MediaDialog::retranslate()
{
    setWindowTitle(tr("Media library"));
    search_->setPlaceholderText(tr("Search in names, words, credits and licences"));
    search_->setAccessibleName(tr("Search the library"));
    list_->setAccessibleName(tr("Files of the library"));
    empty_->setContent(QStringLiteral("media"), tr("No file here"), tr("Pictures and films that posts use are kept here once, with their words, credit and licence. Drop files here, or add them."),
                       tr("Add pictures or films"));
    add_->setText(tr("Add pictures or films"));
    cancel_->setText(tr("Cancel"));
    use_->setText(tr("Put into the post"));
    use_->setVisible(forPost_);
    remove_->setText(tr("Take out of the library"));
    back_->setText(tr("Bring it back"));
    close_->setText(tr("Close"));
    progress_->setAccessibleName(tr("Copying into the library"));
}

void MediaDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MediaDialog::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const auto &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    addFiles(paths);
    event->acceptProposedAction();
}

void MediaDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace vigie::ui
