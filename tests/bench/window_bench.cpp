// SPDX-License-Identifier: GPL-3.0-or-later
// The window over a large workspace, offscreen: start, opening a column, scrolling, switching panels, typing, a long thread,
// memory; each beside what this machine can do at best. Goals are binding from 500,000 items on.
//   bench_window [items [folder]]   (or VIGIE_BENCH_ITEMS; 1,000,000 unless said; in a folder that is named the files stay)
//   bench_window --use items folder part   feed, panels, typing, queue, thread, memory: those that are named ("queue,memory"), to be looked at with a profiler
// The workspace is made in a process of its own, so that the window's memory is its own. Times are by a clock that stands
// still while another program has the processor that the window could use.
#include "bench/window_probe.hpp"
#include "bench/window_workspace.hpp"

#include "ui/app/language.hpp"
#include "ui/app/main_window.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/inbox/conversation_data.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/search/results_panel.hpp"
#include "ui/settings/preferences.hpp"

#include <fmt/core.h>

#include <QAbstractTableModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <chrono>
#include <filesystem>
#include <sys/wait.h>

using namespace vigie;
using namespace vigie::bench;

namespace {

constexpr double kFrameMs = 1000.0 / 60;
int failures = 0;
bool large = false;

void goal(const std::string &what, double figure, double limit)
{
    const bool met = figure < limit;
    fmt::print("  {} {} (goal {:g})\n", met ? "ok  " : large ? "FAIL" : "over", what, limit);
    failures += !met && large ? 1 : 0;
}

/// Each run begins at the feed, whatever the one before left in front.
QString freshSettings(const std::filesystem::path &folder)
{
    const auto file = folder / "vigie.ini";
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return QString::fromStdString(file.string());
}

/// As the program makes it.
struct Program {
    Program(int &argc, char **argv, const std::filesystem::path &folder)
        : application(argc, argv), preferences(freshSettings(folder)), language(application), theme(application)
    {
        QApplication::setApplicationName(QStringLiteral("vigie"));
        language.set(QStringLiteral("en"));
        theme.setChoice(ui::Theme::Choice::Light);
        window = std::make_unique<ui::MainWindow>(preferences, theme, language);
        window->resize(1440, 900);
        window->show();
        waitFor([this] { return application.painted() > 0; }, "the first paint");
        firstPaint = application.now();
        app::OpenWorkspace open;
        open.path = (folder / "window.vigie").string();
        open.secrets = net::makeMemorySecretStore();
        window->openWorkspace(open);
    }

    TimedApplication application;
    ui::Preferences preferences;
    ui::Language language;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
    double firstPaint = 0;
};

double startedMs()
{
    const char *started = std::getenv("VIGIE_BENCH_STARTED");
    return started != nullptr ? std::atof(started) : monotonicMs();
}

/// The least a Qt program can do: an empty window.
int bareStart(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    QWidget window;
    window.resize(1440, 900);
    window.show();
    waitFor([&] { return application.painted() > 0; }, "the first paint");
    fmt::print("start of an empty Qt window: painted after {:.0f} ms, memory {:.0f} MB\n", application.now() - startedMs(), memoryMb("VmRSS:"));
    return 0;
}

int start(int argc, char **argv, const std::filesystem::path &folder)
{
    Program program(argc, argv, folder);
    const double painted = program.firstPaint - startedMs();
    waitFor([&] { return program.window->ready(); }, "the first panel");
    const int before = program.application.painted();
    program.window->update();
    waitFor([&] { return program.application.painted() > before; }, "cards on the screen");
    fmt::print("start: first paint {:.0f} ms, cards on the screen {:.0f} ms, longest event {:.1f} ms ({})\n", painted,
               program.application.now() - startedMs(), program.application.longest(), program.application.whose());
    goal("start to first paint, ms", painted, 500);
    goal("longest event while starting, ms", program.application.longest(), 100);
    return failures;
}

class Bench {
public:
    Bench(int &argc, char **argv, const std::filesystem::path &folder) : program_(argc, argv, folder), window_(*program_.window)
    {
        waitFor([&] { return window_.ready(); }, "the first panel");
        feed_ = dynamic_cast<ui::FeedPanel *>(window_.panel(QStringLiteral("feed")));
        inbox_ = dynamic_cast<ui::InboxPanel *>(window_.panel(QStringLiteral("inbox")));
        waitFor([&] { return feed_->columns().size() == 4; }, "four columns");
    }

    int run(const std::string &part)
    {
        const auto wanted = [&](const char *name) { return part.empty() || part.find(name) != std::string::npos; };
        if (wanted("feed"))
            feed();
        if (wanted("panels"))
            panels();
        if (wanted("typing"))
            typing();
        if (wanted("queue")) {
            nextItem();
            views();
        }
        if (wanted("thread"))
            thread();
        if (wanted("memory"))
            memory();
        return failures;
    }

private:
    auto &application() { return program_.application; }

    void longest(const char *during)
    {
        fmt::print("longest event while {}: {:.1f} ms ({})\n", during, application().longest(), application().whose());
        goal(fmt::format("longest event while {}, ms", during), application().longest(), 100);
        application().resetLongest();
    }

    /// Until something has been painted since now.
    void painted(QWidget &widget)
    {
        const int before = application().painted();
        widget.update();
        waitFor([&] { return application().painted() > before; }, "a frame");
    }

    void feed()
    {
        openColumn();
        const auto columns = feed_->columns(); // the panel may order its own anew meanwhile
        for (auto *column : columns)
            if (column->model().query().source != "velora sentiment:negative")
                scroll(*column);
        scrollFar();
        barePaint();
    }

    void openColumn()
    {
        auto &column = *feed_->columns().front();
        const auto id = column.id();
        std::vector<double> opened, bare;
        application().resetLongest();
        for (int run = 0; run < 15; ++run) {
            const double from = application().now();
            column.reload();
            waitFor([&] { return column.ready(); }, "the column");
            painted(*column.view().viewport());
            opened.push_back(application().now() - from);
            const double asked = monotonicMs();
            must(window_.bridge().workspace()->store().readNow<std::vector<store::ItemRow>>([&](store::Tx &tx) -> Result<std::vector<store::ItemRow>> {
                store::SearchPage page;
                page.limit = 500;
                VIGIE_TRY(auto ids, store::Queries(tx).spine(id, page));
                ids.resize(std::min<std::size_t>(ids.size(), 12));
                return store::Items(tx).rows(ids);
            }));
            bare.push_back(monotonicMs() - asked);
        }
        const auto ours = spread(opened);
        fmt::print("column opened to cards painted: {:.1f} ms, worst {:.1f}; reading alone {:.1f} ms\n", ours.middle, ours.worst, spread(bare).middle);
        goal("column opened, worst, ms", ours.worst, 100);
        longest("opening a column");
    }

    /// One frame: what moves, what it makes the models do, and the paint; events of the frame's 16.7 ms count.
    double frame(const std::function<void()> &move)
    {
        const double from = monotonicMs();
        application().takeSum();
        move();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        handleUntil([] { return false; }, from + kFrameMs);
        return application().takeSum();
    }

    void wheel(ui::ColumnView &view, int pixels)
    {
        auto *viewport = view.viewport();
        const QPointF at(viewport->width() / 2.0, viewport->height() / 2.0);
        QWheelEvent event(at, viewport->mapToGlobal(at), QPoint(0, -pixels), QPoint(0, -pixels), Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
        QCoreApplication::sendEvent(viewport, &event);
    }

    void scroll(ui::Column &column)
    {
        auto &view = column.view();
        std::vector<double> frames;
        int blank = 0, still = 0; // still: frames in which nothing moved, for more rows are on their way, or there are none
        const int target = large ? 4000 : 400;
        application().resetLongest();
        for (int number = 0; view.firstVisibleRow() < target && number < 6000 && still < 60; ++number) {
            const int before = view.verticalScrollBar()->value();
            frames.push_back(frame([&] { wheel(view, 120); }));
            const auto last = std::min(view.firstVisibleRow() + 6, column.model().rowCount() - 1);
            for (int row = view.firstVisibleRow(); row <= last; ++row)
                if (!column.model().cardAt(row)) {
                    ++blank;
                    break;
                }
            still = view.verticalScrollBar()->value() == before ? still + 1 : 0;
        }
        const auto ours = spread(frames);
        fmt::print("scrolling \"{}\", {} frames of 120 px to row {}: p50 {:.2f} ms, p99 {:.2f}, worst {:.2f}; {} frames with a card on its way\n",
                   column.model().query().name, frames.size(), view.firstVisibleRow(), ours.middle, ours.high, ours.worst, blank);
        goal("frame while scrolling, p99, ms", ours.high, kFrameMs);
        longest("scrolling");
    }

    /// A page at each frame, as when one holds Page Down: every row is new.
    void scrollFar()
    {
        auto &column = *feed_->columns().front();
        auto &view = column.view();
        view.verticalScrollBar()->setValue(0);
        column.takeFocus();
        std::vector<double> frames;
        for (int page = 0; page < (large ? 600 : 60); ++page)
            frames.push_back(frame([&] {
                QKeyEvent press(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
                QCoreApplication::sendEvent(&view, &press);
            }));
        const auto ours = spread(frames);
        fmt::print("a page at each frame, to row {}: p50 {:.2f} ms, p99 {:.2f}, worst {:.2f}\n", view.firstVisibleRow(), ours.middle, ours.high, ours.worst);
        goal("frame while paging, p99, ms", ours.high, kFrameMs);
        longest("paging");
    }

    void barePaint()
    {
        auto &view = feed_->columns().front()->view();
        QWidget empty;
        empty.setAttribute(Qt::WA_OpaquePaintEvent);
        empty.resize(view.viewport()->size());
        empty.show();
        painted(empty);
        std::vector<double> bare, full;
        for (int i = 0; i < 200; ++i)
            bare.push_back(frame([&] { empty.update(); }));
        empty.hide();
        for (int i = 0; i < 200; ++i)
            full.push_back(frame([&] { view.viewport()->update(); }));
        fmt::print("bare paint of an empty viewport of that size: {:.2f} ms; of the cards, standing still: {:.2f} ms\n", spread(bare).middle, spread(full).middle);
    }

    void panels()
    {
        application().resetLongest();
        for (int round = 0; round < 3; ++round)
            for (const auto *id : {"inbox", "calendar", "dashboard", "accounts", "settings", "feed"}) {
                const double from = application().now();
                window_.showPanel(QString::fromLatin1(id));
                waitFor([&] { return window_.ready(); }, id);
                painted(*window_.currentPanel());
                if (round != 1)
                    fmt::print("  {} {}: {:.0f} ms to its data\n", id, round == 0 ? "for the first time" : "again", application().now() - from);
            }
        longest("switching panels");
    }

    void type(const QString &text)
    {
        for (const auto letter : text) {
            auto *target = QApplication::focusWidget();
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(target != nullptr ? target : &window_, &press);
            for (int frames = 0; frames < 4; ++frames)
                frame([] {});
        }
    }

    void typing()
    {
        window_.activateWindow();
        QApplication::setActiveWindow(&window_);
        application().resetLongest();
        window_.commands().run(QStringLiteral("window.palette"));
        waitFor([&] { return window_.palette().isVisible() && window_.palette().field()->hasFocus(); }, "the palette");
        type(QStringLiteral("velora service"));
        longest("typing in the palette");
        window_.palette().dismiss();
        for (const auto *query : {kCommonWord, kRareWord, "vel*", "velora service -lan"}) {
            const double from = application().now();
            window_.search(QString::fromLatin1(query));
            waitFor([&] { return window_.ready() && window_.currentPanel()->id() == QLatin1String("search"); }, "results");
            painted(*window_.currentPanel());
            const double took = application().now() - from;
            fmt::print("search {:<22} {:.0f} ms to results on the screen\n", query, took);
            goal("search to results, ms", took, 100);
        }
        longest("searching");
    }

    void thread()
    {
        window_.showPanel(QStringLiteral("inbox"));
        waitFor([&] { return window_.ready(); }, "the inbox");
        auto &store = window_.bridge().workspace()->store();
        const auto ticket = must(store.readNow<TicketId>([](store::Tx &tx) -> Result<TicketId> {
            store::TicketFilter filter;
            VIGIE_TRY(const auto rows, store::Tickets(tx).list(filter));
            for (const auto &row : rows) {
                VIGIE_TRY(const auto items, store::Items(tx).rows({&row.ticket.root, 1}));
                if (!items.empty() && items.front().item.nativeId == kThreadRoot)
                    return row.ticket.id;
            }
            return fail(Errc::NotFound, "the long thread");
        }));
        ui::ToneSource tone;
        tone.get();
        const double asked = monotonicMs();
        const auto conversation = must(store.readNow<ui::Conversation>([&](store::Tx &tx) { return ui::loadConversation(tx, ticket, tone); }));
        const double bare = monotonicMs() - asked;
        std::vector<double> opened;
        for (int run = 0; run < 5; ++run) {
            inbox_->queue().move(1);
            waitFor([&] { return window_.ready() && !inbox_->conversation().isShowing(ticket); }, "another ticket");
            frame([] {});
            application().resetLongest();
            const double from = application().now();
            Q_EMIT window_.shell().openTicket(ticket);
            waitFor([&] { return inbox_->conversation().isShowing(ticket) && window_.ready(); }, "the long thread");
            painted(*inbox_);
            opened.push_back(application().now() - from);
            for (int frames = 0; frames < 30; ++frames) // what it still does behind
                frame([] {});
        }
        fmt::print("thread of {} replies opened: {:.0f} ms, worst {:.0f}; reading alone {:.0f} ms; {} entries stand there\n", conversation.entries.size() - 1,
                   spread(opened).middle, spread(opened).worst, bare, inbox_->conversation().entries().size());
        goal("thread opened, worst, ms", spread(opened).worst, 300);
        longest("opening a long thread");
    }

    /// From the key to the next ticket standing out in the queue; its conversation comes behind.
    void nextItem()
    {
        window_.showPanel(QStringLiteral("inbox"));
        waitFor([&] { return window_.ready(); }, "the inbox");
        QApplication::setActiveWindow(&window_);
        auto &list = inbox_->queue().list();
        list.setFocus();
        std::vector<double> keys, bare;
        application().resetLongest();
        for (int press = 0; press < 200; ++press) {
            const auto from = inbox_->queue().focused();
            const int before = application().painted();
            const double pressed = application().now();
            QKeyEvent key(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
            QCoreApplication::sendEvent(&list, &key); // without a screen nothing has the focus truly
            if (inbox_->queue().focused() == from)
                break; // the end of the queue
            waitFor([&] { return application().painted() > before; }, "the next ticket");
            keys.push_back(application().now() - pressed);
            for (int frames = 0; frames < 2; ++frames) // a person's pace
                frame([] {});
            const double asked = application().now();
            painted(*inbox_);
            bare.push_back(application().now() - asked);
        }
        if (keys.size() < 100)
            throw std::runtime_error("the keys did not reach the queue");
        const auto ours = spread(keys);
        fmt::print("next ticket of {} by its key, to the paint: p50 {:.1f} ms, p99 {:.1f}, worst {:.1f}; a paint of the panel alone {:.1f} ms\n",
                   inbox_->queue().model().rowCount(), ours.middle, ours.high, ours.worst, spread(bare).middle);
        goal("next ticket, p99, ms", ours.high, 16);
        longest("going through the queue");
    }

    /// From the chip of another view to its first tickets painted.
    void views()
    {
        std::vector<double> switches, work;
        for (int round = 0; round < 5; ++round)
            for (const auto view : {ui::QueueView::Unassigned, ui::QueueView::Mine, ui::QueueView::All}) {
                const double from = application().now(), used = processorMs();
                inbox_->queue().setView(view);
                waitFor([&] { return inbox_->queue().hasAnswer(); }, "the view");
                painted(*inbox_);
                switches.push_back(application().now() - from);
                work.push_back(processorMs() - used);
                waitFor([&] { return window_.ready(); }, "the first ticket of the view");
            }
        // Other programs hold up the thread that reads, which the window's clock does not see: what all threads worked is the most
        // that it takes on a machine of one's own.
        const auto ours = spread(work);
        fmt::print("view of the queue to its tickets painted: p50 {:.0f} ms, worst {:.0f}; of processor, all threads: p50 {:.0f} ms, worst {:.0f}\n",
                   spread(switches).middle, spread(switches).worst, ours.middle, ours.worst);
        goal("view of the queue, p50 of processor, ms", ours.middle, 100);
        longest("changing the view");
    }

    void memory()
    {
        for (const auto *id : {"feed", "inbox", "calendar", "dashboard"}) {
            window_.showPanel(QString::fromLatin1(id));
            waitFor([&] { return window_.ready(); }, id);
        }
        const auto tell = [](const char *when) {
            fmt::print("memory with the four panels open, {}: {:.0f} MB ({:.0f} MB of its own, {:.0f} MB of files, libraries and pages of the workspace that the "
                       "system may take back)\n",
                       when, memoryMb("VmRSS:"), memoryMb("RssAnon:"), memoryMb("RssFile:"));
        };
        tell("at the last key");
        constexpr double kSettledMs = 12'000; // what is free is given back some seconds after the last key
        handleUntil([] { return false; }, monotonicMs() + kSettledMs);
        tell("at rest");
        goal("memory at rest, MB", memoryMb("VmRSS:"), 250);
    }

    Program program_;
    ui::MainWindow &window_;
    ui::FeedPanel *feed_ = nullptr;
    ui::InboxPanel *inbox_ = nullptr;
};

/// This program again; what it failed, or 1 when it broke.
int again(const std::string &mode, const std::filesystem::path &folder, std::int64_t items)
{
    std::fflush(stdout);
    const auto count = std::to_string(items), started = fmt::format("{:.3f}", monotonicMs());
    const auto child = ::fork();
    if (child == 0) {
        ::setenv("VIGIE_BENCH_STARTED", started.c_str(), 1);
        ::execl("/proc/self/exe", "bench_window", mode.c_str(), count.c_str(), folder.c_str(), nullptr);
        std::_Exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int child(const std::string &mode, int argc, char **argv, const std::filesystem::path &folder, std::int64_t items)
{
    const std::string part = mode == "--panels" ? "memory" : argc > 4 ? argv[4] : ""; // by itself: the four panels open, and nothing else done
    if (mode == "--make") {
        WindowWorkspace((folder / "window.vigie").string(), items).make();
        return 0;
    }
    if (mode == "--bare")
        return bareStart(argc, argv);
    return mode == "--start" ? start(argc, argv, folder) : Bench(argc, argv, folder).run(part);
}

int parent(std::int64_t items, std::string folder)
{
    const bool keep = !folder.empty();
    if (!keep) {
        folder = (std::filesystem::temp_directory_path() / "vigie-window-XXXXXX").string();
        if (::mkdtemp(folder.data()) == nullptr)
            return 2;
    }
    std::filesystem::create_directories(folder);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    for (const auto *home : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        ::setenv(home, folder.c_str(), 1);
    fmt::print("{} items, {} members\n", items, items / 5);
    int missed = 0;
    if (!std::filesystem::exists(folder + "/window.vigie"))
        missed += again("--make", folder, items);
    if (missed == 0)
        for (const auto *mode : {"--bare", "--start", "--start", "--start", "--panels", "--use"})
            missed += again(mode, folder, items);
    std::error_code ignored;
    if (!keep)
        std::filesystem::remove_all(folder, ignored);
    fmt::print("{}\n", missed == 0 ? "all goals met" : fmt::format("{} goals missed", missed));
    return missed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string mode = argc > 1 && argv[1][0] == '-' ? argv[1] : "";
    std::int64_t items = 1'000'000;
    if (const char *wanted = std::getenv("VIGIE_BENCH_ITEMS"))
        items = std::atoll(wanted);
    const int first = mode.empty() ? 1 : 2;
    if (argc > first)
        items = std::atoll(argv[first]);
    items = std::max<std::int64_t>(items, 1000);
    large = items >= 500'000;
    const std::string folder = argc > first + 1 ? argv[first + 1] : "";
    try {
        return mode.empty() ? parent(items, folder) : child(mode, argc, argv, folder, items);
    } catch (const std::exception &error) {
        fmt::print("error: {}\n", error.what());
        return 2;
    }
}
