// SPDX-License-Identifier: GPL-3.0-or-later
// How a Request becomes a curl handle, hop by hop.
#include "net/transfer.hpp"

#include "net/ascii.hpp"
#include "net/request_headers.hpp"

#include <fmt/core.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace vigie::net {

namespace {

constexpr int kMaxHops = 5;

/// Headers that say nothing about who asks, and so may follow a redirect to another host.
bool harmless(std::string_view name)
{
    for (const char *known : {"accept", "accept-language", "if-none-match", "if-modified-since", "cache-control", "user-agent"})
        if (equalsIgnoreCase(name, known))
            return true;
    return false;
}

template <class Value>
void set(CURL *easy, CURLoption option, Value value)
{
    curl_easy_setopt(easy, option, value);
}

} // namespace

Transfer::~Transfer()
{
    onStop.reset();
    reset();
    if (easy != nullptr)
        curl_easy_cleanup(easy);
}

void Transfer::reset()
{
    for (curl_slist *node = headers_; node != nullptr; node = node->next)
        explicit_bzero(node->data, std::strlen(node->data)); // one of them may hold the token
    curl_slist_free_all(headers_);
    headers_ = nullptr;
    if (easy != nullptr) {
        set(easy, CURLOPT_MIMEPOST, static_cast<curl_mime *>(nullptr));
        set(easy, CURLOPT_HTTPHEADER, static_cast<curl_slist *>(nullptr));
    }
    curl_mime_free(mime_);
    mime_ = nullptr;
}

Result<void> Transfer::prepare(const EngineSetup &setup)
{
    if (!first_) {
        VIGIE_TRY(at_, parseUrl(request.url));
        if (at_.credentials && !request.secretUrl)
            return fail(Errc::InvalidInput, "a password in an address that is not marked secret");
        atText_ = request.url;
        first_ = at_;
        startedAt = lastByteAt = std::chrono::steady_clock::now();
    }
    if (easy == nullptr)
        easy = curl_easy_init();
    if (easy == nullptr)
        return fail(Errc::Internal, "no curl handle");
    reset();
    curl_easy_reset(easy); // keeps connections, names and the session cache
    response_ = Response{};
    received_ = headerBytes_ = 0;
    headersDone_ = refusedAddress_ = tooLarge_ = damaged_ = started_ = false;
    inflater_.reset();
    errorText_[0] = '\0';

    set(easy, CURLOPT_PRIVATE, static_cast<void *>(this));
    set(easy, CURLOPT_URL, atText_.c_str());
    set(easy, CURLOPT_ERRORBUFFER, errorText_.data());
    set(easy, CURLOPT_NOSIGNAL, 1L);
    set(easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(easy, CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(easy, CURLOPT_WRITEDATA, static_cast<void *>(this));
    set(easy, CURLOPT_PREREQFUNCTION, &Transfer::onRequestStart);
    set(easy, CURLOPT_PREREQDATA, static_cast<void *>(this));
    VIGIE_CHECK(addPolicy(setup));
    VIGIE_CHECK(addBody());
    return addHeaders();
}

Result<void> Transfer::addPolicy(const EngineSetup &setup)
{
    const EngineOptions &options = setup.options;
    set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    set(easy, CURLOPT_FOLLOWLOCATION, 0L); // hops are made here, where tokens and addresses are watched
    set(easy, CURLOPT_USERAGENT, options.userAgent.empty() ? "Vigie" : options.userAgent.c_str());
    set(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    set(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L); // undone here (inflate.hpp), where what comes out is counted and its end is seen
    set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.caFile.empty())
        set(easy, CURLOPT_CAINFO, options.caFile.c_str());
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(request.connectTimeout.count(), 1)));
    if (!isStream() && options.stall.count() > 0) {
        set(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.stall.count()));
    }
    // When a connection that was kept open turns out to be dead, curl sends the request again on a new one. For a write
    // that could act twice: the server may have taken the request and died before its first byte came back. curl only
    // does so on a reused connection (Curl_retry_request asks conn->bits.reuse), so writes never get one.
    if (request.method != Method::Get && request.method != Method::Head)
        set(easy, CURLOPT_FRESH_CONNECT, 1L);

    // The permission is for one host. A redirect from there to another one, or from a public server, does not carry it.
    allowPrivate_ = options.allowPrivateNetworks || (request.privateNetwork && at_.host == first_->host);
    // "localhost" means this machine; a public name that resolves to it, or a public server that points at it, is
    // an attempt to reach what only listens here.
    allowLoopback_ = isLoopbackHost(first_->host) && isLoopbackHost(at_.host);
    viaProxy_ = false;
    const std::string &proxy = at_.scheme == "https" ? setup.httpsProxy : setup.httpProxy;
    if (isLoopbackHost(at_.host)) {
        set(easy, CURLOPT_PROXY, "");
    } else if (!allowPrivate_ && !proxy.empty()) {
        // The proxy itself is often at a private address. It is chosen by the person; what it is asked for is
        // checked as far as an address tells, and exceptions to it would open the way around the check.
        if (reachOfLiteral(at_.host.c_str()) != Reach::Public)
            return fail(Errc::PolicyRefused, kPrivateAddressRefused);
        set(easy, CURLOPT_PROXY, proxy.c_str());
        set(easy, CURLOPT_NOPROXY, "");
        viaProxy_ = true;
    }
    if (setup.connectTo)
        set(easy, CURLOPT_CONNECT_TO, setup.connectTo.get());
    set(easy, CURLOPT_OPENSOCKETFUNCTION, &Transfer::onSocket);
    set(easy, CURLOPT_OPENSOCKETDATA, static_cast<void *>(this));
    return {};
}

Result<void> Transfer::addHeaders()
{
    VIGIE_CHECK(checkHeaders(request));
    const bool atFirstHost = sameOrigin(at_, *first_);
    const auto add = [this](const std::string &line) {
        if (curl_slist *grown = curl_slist_append(headers_, line.c_str()); grown != nullptr)
            headers_ = grown;
    };
    bool hasType = false;
    for (const Header &header : request.headers) {
        hasType = hasType || equalsIgnoreCase(header.name, "content-type");
        if (atFirstHost || harmless(header.name))
            add(header.value.empty() ? header.name + ';' : header.name + ": " + header.value);
    }
    if (!request.bearer.empty()) {
        if (atFirstHost) {
            std::string line = fmt::format("Authorization: Bearer {}", request.bearer.reveal());
            add(line);
            explicit_bzero(line.data(), line.size());
        }
    }
    for (const SecretHeader &header : request.secretHeaders) {
        if (!atFirstHost)
            continue;
        std::string line = fmt::format("{}: {}", header.name, header.value.reveal());
        add(line);
        explicit_bzero(line.data(), line.size());
    }
    if (isStream())
        add("Accept: text/event-stream");
    add("Expect:"); // no waiting for "100 Continue", and no second try after a 417
    if (!hasType && request.form.empty())
        add("Content-Type:"); // curl would claim a form
    set(easy, CURLOPT_HTTPHEADER, headers_);
    return {};
}

Result<void> Transfer::addBody()
{
    const Method method = request.method;
    if (method == Method::Get) {
        set(easy, CURLOPT_HTTPGET, 1L);
        return {};
    }
    if (method == Method::Head) {
        set(easy, CURLOPT_NOBODY, 1L);
        return {};
    }
    if (!request.form.empty()) {
        VIGIE_CHECK(addForm());
    } else if (!request.bodyFile.empty()) {
        VIGIE_CHECK(addBodyFile());
    } else if (method != Method::Delete || !request.body.empty()) {
        set(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(easy, CURLOPT_POSTFIELDS, request.body.c_str());
    }
    set(easy, CURLOPT_CUSTOMREQUEST, methodName(method));
    return {};
}

Result<void> Transfer::addBodyFile()
{
    bodyFile_.reset(std::fopen(request.bodyFile.c_str(), "rbe"));
    struct stat facts{};
    if (!bodyFile_ || ::fstat(::fileno(bodyFile_.get()), &facts) != 0 || !S_ISREG(facts.st_mode))
        return fail(Errc::InvalidInput, "the file to be sent cannot be read");
    set(easy, CURLOPT_UPLOAD, 1L); // streamed through curl's own read function: never held whole
    set(easy, CURLOPT_READDATA, static_cast<void *>(bodyFile_.get()));
    set(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(facts.st_size));
    return {};
}

namespace {

struct FilePiece {
    std::FILE *file = nullptr;
    std::int64_t begin = 0, size = 0, at = 0;
    FilePiece() = default;
    FilePiece(const FilePiece &) = delete;
    FilePiece &operator=(const FilePiece &) = delete;
    ~FilePiece()
    {
        if (file != nullptr)
            std::fclose(file);
    }
    bool moveTo(std::int64_t offset)
    {
        at = offset;
        return offset >= 0 && offset <= size && ::fseeko(file, static_cast<off_t>(begin + offset), SEEK_SET) == 0;
    }
};

std::size_t readPiece(char *buffer, std::size_t size, std::size_t count, void *of)
{
    auto &piece = *static_cast<FilePiece *>(of);
    const auto room = std::min(static_cast<std::int64_t>(size * count), piece.size - piece.at);
    const auto got = std::fread(buffer, 1, static_cast<std::size_t>(room), piece.file);
    piece.at += static_cast<std::int64_t>(got);
    return got;
}

int seekPiece(void *of, curl_off_t offset, int origin)
{
    return origin == SEEK_SET && static_cast<FilePiece *>(of)->moveTo(offset) ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

void closePiece(void *of)
{
    delete static_cast<FilePiece *>(of);
}

} // namespace

/// A piece of a file, read as it is sent.
Result<void> Transfer::addPiece(curl_mimepart *part, const FormPart &form)
{
    auto piece = std::make_unique<FilePiece>();
    piece->file = std::fopen(form.filePath.c_str(), "rbe");
    piece->begin = form.fileOffset;
    piece->size = form.fileBytes;
    struct stat facts{};
    const bool usable = piece->file != nullptr && ::fstat(::fileno(piece->file), &facts) == 0 && S_ISREG(facts.st_mode) && form.fileOffset >= 0
                        && form.fileOffset + form.fileBytes <= facts.st_size && piece->moveTo(0);
    if (!usable || curl_mime_data_cb(part, static_cast<curl_off_t>(form.fileBytes), readPiece, seekPiece, closePiece, piece.get()) != CURLE_OK)
        return fail(Errc::InvalidInput, "a file of the form cannot be read");
    [[maybe_unused]] const auto *kept = piece.release(); // curl's from here on
    curl_mime_filename(part, form.fileName.empty() ? "file" : form.fileName.c_str());
    return {};
}

Result<void> Transfer::addForm()
{
    mime_ = curl_mime_init(easy);
    for (const FormPart &form : request.form) {
        curl_mimepart *part = curl_mime_addpart(mime_);
        if (part == nullptr || curl_mime_name(part, form.name.c_str()) != CURLE_OK)
            return fail(Errc::Internal, "no room for a form");
        if (form.filePath.empty()) {
            curl_mime_data(part, form.value.data(), form.value.size());
        } else if (form.fileBytes > 0) {
            VIGIE_CHECK(addPiece(part, form));
        } else if (curl_mime_filedata(part, form.filePath.c_str()) != CURLE_OK
                   || ::access(form.filePath.c_str(), R_OK) != 0) {
            return fail(Errc::InvalidInput, "a file of the form cannot be read");
        } else {
            // Also when empty: the name that the file has on this machine is nobody's business.
            curl_mime_filename(part, form.fileName.empty() ? "file" : form.fileName.c_str());
        }
        if (!form.filePath.empty() || !form.mimeType.empty())
            curl_mime_type(part, form.mimeType.empty() ? "application/octet-stream" : form.mimeType.c_str());
    }
    set(easy, CURLOPT_MIMEPOST, mime_);
    return {};
}

bool Transfer::wantsRedirect() const
{
    const int status = response_.status;
    const bool redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    const bool reading = request.method == Method::Get || request.method == Method::Head;
    return redirect && reading && request.followRedirects && !response_.header("location").empty();
}

Result<bool> Transfer::nextHop(const EngineSetup &setup)
{
    if (!wantsRedirect())
        return false;
    if (++hops_ > kMaxHops)
        return fail(Errc::Protocol, "too many redirects");
    auto target = resolveUrl(atText_, response_.header("location"));
    if (!target)
        return fail(Errc::Protocol, "a redirect to something that is no address");
    VIGIE_TRY(const Url next, parseUrl(*target));
    if (at_.scheme == "https" && next.scheme == "http")
        return fail(Errc::PolicyRefused, "a redirect from https to http");
    if (next.credentials)
        return fail(Errc::PolicyRefused, "a redirect with a password in it");
    onlyPermanent_ = onlyPermanent_ && (response_.status == 301 || response_.status == 308);
    at_ = next;
    atText_ = std::move(*target);
    VIGIE_CHECK(prepare(setup));
    return true;
}

size_t Transfer::onHeader(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    constexpr std::size_t kMaxHeaderBytes = 256U << 10;
    transfer->lastByteAt = std::chrono::steady_clock::now();
    transfer->headerBytes_ += size * count;
    if (transfer->headerBytes_ > kMaxHeaderBytes) {
        transfer->tooLarge_ = true;
        return 0;
    }
    transfer->takeHeader(std::string_view(data, size * count));
    return size * count;
}

size_t Transfer::onBody(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    transfer->lastByteAt = std::chrono::steady_clock::now();
    return transfer->takeBody(std::string_view(data, size * count)) ? size * count : 0;
}

curl_socket_t Transfer::onSocket(void *self, curlsocktype, curl_sockaddr *address)
{
    // Asked with the very address that is about to be connected to, so a name that answers differently the second
    // time gains nothing.
    auto *transfer = static_cast<Transfer *>(self);
    if (!transfer->mayReach(reachOf(&address->addr))) {
        transfer->refusedAddress_ = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool Transfer::mayReach(Reach reach) const
{
    return reach == Reach::Public || allowPrivate_ || viaProxy_ || (reach == Reach::Loopback && allowLoopback_);
}

int Transfer::onRequestStart(void *self, char *remote, char *, int, int)
{
    // A connection that another request was allowed to open may be kept open: whoever takes it over is judged as well.
    auto *transfer = static_cast<Transfer *>(self);
    if (!transfer->mayReach(reachOfLiteral(remote))) {
        transfer->refusedAddress_ = true;
        return CURL_PREREQFUNC_ABORT;
    }
    transfer->started_ = true;
    return CURL_PREREQFUNC_OK;
}

} // namespace vigie::net
