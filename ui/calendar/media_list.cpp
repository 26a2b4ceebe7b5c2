// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/media_list.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/composing.hpp>
#include <vigie/store/assets.hpp>

#include <QDir>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryFile>
#include <QVBoxLayout>

namespace vigie::ui {

MediaList::MediaList(Bridge &bridge, QWidget *parent)
    : QWidget(parent), bridge_(bridge), rows_(new QVBoxLayout), add_(roleButton(QStringLiteral("quiet"), this)), library_(roleButton(QStringLiteral("quiet"), this)),
      cancel_(roleButton(QStringLiteral("link"), this)), progress_(new QProgressBar(this)), notice_(wrappedLabel(QStringLiteral("warn"), {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    rows_->setSpacing(kGrid);
    layout->addLayout(rows_);
    notice_->setTextFormat(Qt::PlainText);
    layout->addWidget(notice_);
    layout->addWidget(progress_);
    auto *buttons = new FlowLayout(nullptr, kGap);
    buttons->addWidget(add_);
    buttons->addWidget(library_);
    buttons->addWidget(cancel_);
    layout->addLayout(buttons);
    add_->setIcon(Theme::of(this).icon(QStringLiteral("image")));
    library_->setIcon(Theme::of(this).icon(QStringLiteral("media")));
    setAcceptDrops(true);
    connect(add_, &QPushButton::clicked, this, &MediaList::askForFiles);
    connect(library_, &QPushButton::clicked, this, &MediaList::libraryWanted);
    connect(cancel_, &QPushButton::clicked, this, [this] { stop_.request_stop(); });
    notice_->hide();
    setTaking(false);
    rebuild();
}

void MediaList::setMedia(const std::vector<OutboundMedia> &media, const std::string &lang, bool readOnly)
{
    media_ = media;
    lang_ = lang;
    readOnly_ = readOnly;
    showText(notice_, {});
    rebuild();
    readAssets();
}

void MediaList::readAssets()
{
    std::vector<OutboundMedia> wanted;
    for (const auto &one : media_)
        if (one.asset)
            wanted.push_back(one);
    if (wanted.empty())
        return;
    bridge_.read<std::vector<Asset>>(
        this, [wanted](store::Tx &tx) { return store::Assets(tx).of(wanted); },
        [this](const Result<std::vector<Asset>> &assets) {
            if (!assets)
                return;
            for (const auto &asset : *assets)
                assets_[asset.id] = asset;
            rebuild();
        });
}

void MediaList::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add pictures or films"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Pictures and films (*.jpg *.jpeg *.png *.gif *.webp *.heic *.avif *.mp4 *.webm *.mov)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &MediaList::addFiles);
    dialog->open();
}

void MediaList::addFiles(const QStringList &paths)
{
    if (readOnly_ || taking_ || paths.isEmpty())
        return;
    std::vector<std::string> given;
    for (const auto &path : paths)
        given.push_back(utf8(path));
    setTaking(true);
    bridge_.whenOpen(this, [this, given] {
        stop_ = {};
        bridge_.workspace()->composing().take(given, stop_.get_token(), bridge_.executor(),
                                              bridge_.guarded<double>(this, [this](double share) { progress_->setValue(static_cast<int>(share * 100)); }),
                                              bridge_.guarded<Result<std::vector<app::TakenFile>>>(this, [this](const Result<std::vector<app::TakenFile>> &files) {
                                                  setTaking(false);
                                                  if (files)
                                                      taken(*files);
                                                  else if (files.error().code != Errc::Cancelled)
                                                      showText(notice_, errorSentence(files.error()));
                                              }));
    });
}

void MediaList::addPicture(const QImage &picture)
{
    if (readOnly_ || taking_ || picture.isNull())
        return;
    setTaking(true);
    bridge_.work<QString>(
        this,
        [picture]() -> Result<QString> {
            QTemporaryFile file(QDir::tempPath() + QStringLiteral("/vigie-XXXXXX.png"));
            file.setAutoRemove(false);
            if (!file.open() || !picture.save(&file, "PNG"))
                return fail(Errc::Storage, "the picture could not be written");
            return file.fileName();
        },
        [this](const Result<QString> &path) {
            setTaking(false);
            if (!path) {
                showText(notice_, errorSentence(path.error()));
                return;
            }
            addFiles({*path});
        });
}

void MediaList::taken(const std::vector<app::TakenFile> &files)
{
    QStringList told;
    for (const auto &file : files) {
        const auto name = QFileInfo(qs(file.path)).fileName();
        if (file.error) {
            told.append(tr("%1 was not added: %2").arg(name, errorSentence(*file.error)));
            continue;
        }
        if (!file.alike.empty() && !file.known)
            told.append(tr("%1 looks like %2, which is in the library already.").arg(name, qs(file.alike.front().name)));
        addAsset(file.asset);
        if (name.startsWith(QLatin1String("vigie-")) && file.path.starts_with(utf8(QDir::tempPath())))
            QFile::remove(qs(file.path)); // what was pasted is on the shelf now
    }
    showText(notice_, told.join(QLatin1Char('\n')));
}

void MediaList::addAsset(const Asset &asset)
{
    if (readOnly_ || bridge_.workspace() == nullptr)
        return;
    OutboundMedia media;
    media.path = bridge_.workspace()->composing().shelf().pathOf(asset);
    media.mime = asset.mime;
    media.alt = asset.alt(lang_);
    media.sha256 = asset.sha256;
    media.asset = asset.id;
    assets_[asset.id] = asset;
    media_.push_back(std::move(media));
    rebuild();
    Q_EMIT edited();
}

void MediaList::refreshAsset(const Asset &asset)
{
    bool here = false;
    for (auto &media : media_) {
        here = here || media.asset == asset.id;
        if (media.asset == asset.id && media.alt.empty() && !readOnly_)
            media.alt = asset.alt(lang_);
    }
    if (!here)
        return;
    assets_[asset.id] = asset;
    rebuild();
    Q_EMIT edited();
}

void MediaList::setTaking(bool taking)
{
    taking_ = taking;
    progress_->setValue(0);
    progress_->setVisible(taking);
    cancel_->setVisible(taking);
    add_->setEnabled(!taking);
}

QString MediaList::notice() const
{
    return notice_->text();
}

const Asset *MediaList::assetOf(const OutboundMedia &media) const
{
    const auto found = assets_.find(media.asset);
    return media.asset && found != assets_.end() ? &found->second : nullptr;
}

void MediaList::remove(std::size_t index)
{
    media_.erase(media_.begin() + static_cast<std::ptrdiff_t>(index));
    rebuild();
    add_->setFocus();
    Q_EMIT edited();
}

void MediaList::move(std::size_t index, int by)
{
    const auto to = static_cast<std::ptrdiff_t>(index) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(media_.size()))
        return;
    std::swap(media_[index], media_[static_cast<std::size_t>(to)]);
    rebuild();
    Q_EMIT edited();
}

/// What is said of a picture for the first time is said in the library as well.
void MediaList::keepWords(std::size_t index)
{
    const auto *known = index < media_.size() ? assetOf(media_[index]) : nullptr;
    if (known == nullptr || (lang_ != "fr" && lang_ != "en"))
        return;
    auto asset = *known;
    auto &words = lang_ == "fr" ? asset.altFr : asset.altEn;
    if (!words.empty() || media_[index].alt.empty())
        return;
    words = media_[index].alt;
    assets_[asset.id] = asset;
    bridge_.write<bool>(
        this,
        [asset](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Assets(tx).describe(asset));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done && done.error().code != Errc::Cancelled)
                showText(notice_, errorSentence(done.error()));
        });
}

void MediaList::setNoWords(AssetId id, bool none)
{
    auto &asset = assets_[id];
    asset.noWords = none;
    bridge_.write<bool>(
        this,
        [asset](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Assets(tx).describe(asset));
            return true;
        },
        [this](const Result<bool> &done) {
            if (done)
                Q_EMIT edited(); // the check before sending looks again
            else
                showText(notice_, errorSentence(done.error()));
        });
}

void MediaList::refreshWords()
{
    add_->setText(tr("Add pictures or films"));
    library_->setText(tr("From the library"));
    cancel_->setText(tr("Cancel"));
    progress_->setAccessibleName(tr("Copying into the library"));
    add_->setVisible(!readOnly_);
    library_->setVisible(!readOnly_);
}

void MediaList::rebuild()
{
    while (auto *item = rows_->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one whose button was pressed
        }
        delete item;
    }
    for (std::size_t i = 0; i < media_.size(); ++i)
        rows_->addWidget(makeRow(i));
    refreshWords();
}

void MediaList::dragEnterEvent(QDragEnterEvent *event)
{
    if (!readOnly_ && (event->mimeData()->hasUrls() || event->mimeData()->hasImage()))
        event->acceptProposedAction();
}

void MediaList::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const auto &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    if (!paths.isEmpty())
        addFiles(paths);
    else if (event->mimeData()->hasImage())
        addPicture(qvariant_cast<QImage>(event->mimeData()->imageData()));
    event->acceptProposedAction();
}

void MediaList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
