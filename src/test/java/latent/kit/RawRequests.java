package latent.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.Stream;

/** Bytes that HTTP servers have mishandled, a few of each kind. The folder of corpora has hundreds more. */
public final class RawRequests {
    private static final String GET = "GET /a_50_50.jpg HTTP/1.1\r\n";
    private static final String HOST = "Host: a\r\n";

    private RawRequests() {}

    public static List<byte[]> all() {
        return Stream.of(firstLines(), lengths(), headers(), otherProtocols())
                .flatMap(kind -> kind)
                .map(request -> request.getBytes(ISO_8859_1))
                .toList();
    }

    private static Stream<String> firstLines() {
        Stream<String> lines = Stream.of(
                "",
                " ",
                "\0",
                "GET",
                "GET /",
                "GET  HTTP/1.1",
                "GET / HTTP/1.6",
                "GET / HTTP/-1",
                "GET / HTTP/847.0091915",
                "GET / HTTP/1.1 and more",
                "GET\t/\tHTTP/1.1",
                "G\u00cbT / HTTP/1.1",
                "get / http/1.1",
                "OPTIONS * HTTP/1.1",
                "CONNECT a.example:443 HTTP/1.1",
                "TRACE / HTTP/1.1",
                "PROPFIND / HTTP/1.1",
                "GET http://[::1 HTTP/1.1",
                "GET http://user@a.example:99999/a HTTP/1.1",
                "GET m://@\u00efu\u00e1 HTTP/1.1",
                "GET s://:@ HTTP/1.1",
                "GET //a.example/../a HTTP/1.1",
                "GET /%00%76 HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /a b HTTP/1.1",
                "GET /\u00ff\u00fe HTTP/1.1",
                "GET /" + "a".repeat(100_000) + " HTTP/1.1",
                "A".repeat(100_000));
        return lines.flatMap(line -> Stream.of(line, line + "\r\n" + HOST + "\r\n", line + "\n\n"));
    }

    /** Requests that say twice where the body ends, or not at all. */
    private static Stream<String> lengths() {
        String smuggled = "0\r\n\r\nGET /b_50_50.jpg HTTP/1.1\r\n" + HOST + "\r\n";
        return Stream.of(
                        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n" + smuggled,
                        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n" + smuggled,
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n" + smuggled,
                        "Transfer-Encoding: \u00ce\u00cf\r\n\r\n" + smuggled,
                        "Transfer-Encoding : chunked\r\n\r\n" + smuggled,
                        "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                        "Content-Length: -1\r\n\r\n",
                        "Content-Length: 99999999999999999999\r\n\r\n",
                        "Content-Length: 1e3\r\n\r\n",
                        "Content-Length: 50\r\n\r\nshort",
                        "Transfer-Encoding: chunked\r\n\r\n4\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n-4\r\nab\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
                        "Transfer-Encoding: chunked\r\nTrailer: 1\r\n\r\n0\r\n1: 2\r\n\r\n",
                        "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n",
                        "Expect: a miracle\r\n\r\n")
                .flatMap(rest -> Stream.of(GET + HOST + rest, "POST / HTTP/1.1\r\n" + HOST + rest));
    }

    private static Stream<String> headers() {
        return Stream.of(
                        "\r\n",
                        "Host: a\r\nHost: b\r\n\r\n",
                        "Host: a b\r\n\r\n",
                        "Host: a\r\n:\r\n\r\n",
                        "Host: a\r\nno colon\r\n\r\n",
                        "Host: a\r\n folded: 1\r\n\r\n",
                        "Host: a\r\nA: b\0c\r\n\r\n",
                        "Host: a\r\nA: b\rX-Evil: 1\r\n\r\n",
                        "Host: a\r\n\u0002: 1\r\n\r\n",
                        "Host: a\r\nCookie::;s;:\r\nCookie: =\u00ef\r\n\r\n",
                        "Host: a\r\nContent-Type: n;*=8\u00ed\u00a1\u0088\r\n\r\n",
                        "Host: a\r\nConnection: " + "CL\u00bd,".repeat(50) + "\r\n\r\n",
                        "Host: a\r\nIf-None-Match: " + "\",".repeat(500) + "\r\n\r\n",
                        "Host: a\r\nRange: bytes=" + "0-,".repeat(1000) + "\r\n\r\n",
                        "Host: a\r\n" + "A: b\r\n".repeat(5000) + "\r\n",
                        "Host: a\r\nA: " + "b".repeat(100_000) + "\r\n\r\n",
                        "Host: a\r\n" + "\r".repeat(100) + "\r\n\r\n")
                .map(rest -> GET + rest);
    }

    private static Stream<String> otherProtocols() {
        return Stream.of(
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + "\u00aa".repeat(500),
                "SSH-2.0-OpenSSH_9.6\r\n",
                "EHLO a.example\r\n",
                "*1\r\n$4\r\nPING\r\n",
                "PROXY TCP4 203.0.113.9 203.0.113.9 1 2\r\n" + GET + HOST + "\r\n",
                GET + HOST + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                GET + HOST + "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\n\r\n",
                (GET + HOST + "\r\n").repeat(50));
    }
}
