// SPDX-License-Identifier: GPL-3.0-or-later
// A TLS server on 127.0.0.1 with a certificate authority made for the test.
// Thread: requests() from any thread; connections are served one after the other by a thread of the server.
#pragma once

#include "support/listening_socket.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

namespace vigie::test {

template <auto free_>
struct OpenSslFree {
    template <class T>
    void operator()(T *value) const
    {
        free_(value);
    }
};
using Key = std::unique_ptr<EVP_PKEY, OpenSslFree<&EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, OpenSslFree<&X509_free>>;
using ServerContext = std::unique_ptr<SSL_CTX, OpenSslFree<&SSL_CTX_free>>;

/// A key with its certificate, and the authority that made it (itself when it is one).
struct Identity {
    Key key;
    Certificate certificate;

    /// `validFrom` and `validTo` in seconds from now.
    static Identity make(const std::string &name, const Identity *authority, const std::string &altName = {}, long validFrom = -3600, long validTo = 3600)
    {
        Identity made{Key(EVP_EC_gen("P-256")), Certificate(X509_new())};
        X509 *x = made.certificate.get();
        static std::atomic<long> serial{1};
        X509_set_version(x, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(x), serial++);
        X509_gmtime_adj(X509_getm_notBefore(x), validFrom);
        X509_gmtime_adj(X509_getm_notAfter(x), validTo);
        X509_set_pubkey(x, made.key.get());
        X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(name.c_str()), -1, -1, 0);
        const Identity &issuer = authority != nullptr ? *authority : made;
        X509_set_issuer_name(x, X509_get_subject_name(issuer.certificate.get()));
        made.extend(issuer, NID_basic_constraints, authority == nullptr ? "critical,CA:TRUE" : "CA:FALSE");
        if (authority == nullptr)
            made.extend(issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
        if (!altName.empty())
            made.extend(issuer, NID_subject_alt_name, altName);
        if (X509_sign(x, issuer.key.get(), EVP_sha256()) == 0)
            std::abort();
        return made;
    }
    void writePem(const std::string &path) const
    {
        std::FILE *file = std::fopen(path.c_str(), "wb");
        if (file == nullptr || PEM_write_X509(file, certificate.get()) == 0)
            std::abort();
        std::fclose(file);
    }
    /// A server that shows this certificate.
    [[nodiscard]] ServerContext serverContext() const
    {
        ServerContext context(SSL_CTX_new(TLS_server_method()));
        SSL_CTX_use_certificate(context.get(), certificate.get());
        SSL_CTX_use_PrivateKey(context.get(), key.get());
        return context;
    }

private:
    void extend(const Identity &issuer, int nid, const std::string &value)
    {
        X509V3_CTX context;
        X509V3_set_ctx_nodb(&context);
        X509V3_set_ctx(&context, issuer.certificate.get(), certificate.get(), nullptr, nullptr, 0);
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
        if (extension == nullptr)
            std::abort();
        X509_add_ext(certificate.get(), extension, -1);
        X509_EXTENSION_free(extension);
    }
};

/// An authority of one test program, as a file that a client may be told to trust, and a server's certificate from it.
struct Authority {
    Identity ca = Identity::make("Test CA", nullptr);
    Identity server = Identity::make("mail", &ca, "IP:127.0.0.1");
    std::string file = (std::filesystem::temp_directory_path() / ("vigie-test-ca-" + std::to_string(::getpid()) + ".pem")).string();

    Authority() { ca.writePem(file); }
    ~Authority() { std::filesystem::remove(file); }
    Authority(const Authority &) = delete;
    Authority &operator=(const Authority &) = delete;

    /// Of this program.
    static const Authority &own()
    {
        static const Authority one;
        return one;
    }
};

class TlsServer {
public:
    /// `reset`: hangs up right after the answer, without a word.
    TlsServer(const Identity &identity, std::string answer, bool reset = false) : answer_(std::move(answer)), reset_(reset), context_(identity.serverContext()), thread_([this] { run(); }) {}
    ~TlsServer()
    {
        stopping_ = true;
        thread_.join();
    }
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(socket_.port()) + "/"; }
    /// How many requests came through the handshake.
    [[nodiscard]] int requests() const { return requests_; }

private:
    void run()
    {
        blockSigpipe();
        while (!stopping_) {
            const int fd = socket_.accept();
            if (fd < 0)
                continue;
            const timeval patience{5, 0}; // a client that goes away in the middle must not hold the test
            ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            serve(fd);
            if (reset_) {
                const linger now{1, 0};
                ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
            }
            ::close(fd);
        }
    }
    void serve(int fd)
    {
        const std::unique_ptr<SSL, OpenSslFree<&SSL_free>> tls(SSL_new(context_.get()));
        SSL_set_fd(tls.get(), fd);
        if (SSL_accept(tls.get()) != 1)
            return;
        std::string request;
        char chunk[4096];
        while (request.find("\r\n\r\n") == std::string::npos) {
            const int got = SSL_read(tls.get(), chunk, sizeof chunk);
            if (got <= 0)
                return;
            request.append(chunk, static_cast<std::size_t>(got));
        }
        ++requests_;
        SSL_write(tls.get(), answer_.data(), static_cast<int>(answer_.size()));
        if (!reset_)
            SSL_shutdown(tls.get());
    }

    std::string answer_;
    bool reset_;
    ServerContext context_;
    ListeningSocket socket_;
    std::atomic<bool> stopping_{false};
    std::atomic<int> requests_{0};
    std::thread thread_;
};

} // namespace vigie::test
