package latent.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of objects that have broken other programs, a few of each kind. The folder of corpora has thousands more. */
public final class HostileNames {
    private HostileNames() {}

    /** The bytes of each name; some are no UTF-8. */
    public static List<byte[]> all() {
        return Stream.concat(texts().map(text -> text.getBytes(UTF_8)), noUtf8())
                .toList();
    }

    private static Stream<String> texts() {
        return Stream.of(traversals(), files(), lines(), code(), addresses(), scripts(), numbers(), tooLong())
                .flatMap(kind -> kind);
    }

    /** Path traversals: plain, with other slashes, encoded once and twice, doubled so that a filter that removes them leaves one. */
    private static Stream<String> traversals() {
        return Stream.of(
                        "../",
                        "..\\",
                        "..;/",
                        "....//",
                        "..././",
                        "%2e%2e/",
                        "%2e%2e%2f",
                        "..%5c",
                        "%252e%252e%252f",
                        "..%c0%af",
                        "%c0%ae%c0%ae/",
                        "%uff0e%uff0e%u2215",
                        "\uff0e\uff0e\uff0f",
                        "/./",
                        "//",
                        ".//.//../")
                .flatMap(step -> IntStream.of(1, 3, 8)
                        .mapToObj(deep -> step.repeat(deep) + (deep == 3 ? "originals/a.jpg" : "etc/passwd")));
    }

    private static Stream<String> files() {
        return Stream.of(
                "/etc/passwd",
                "C:\\boot.ini",
                "c:/windows/win.ini",
                "\\\\host\\share\\a.jpg",
                "/proc/self/environ",
                "etc/passwd\u0000.jpg",
                "etc/passwd%00.jpg",
                "a.jpg\u0000/../b.jpg",
                "CON",
                "aux.jpg",
                "a.jpg::$DATA",
                ".htaccess",
                "~root/.ssh/id_rsa",
                "-/health",
                "-/metrics");
    }

    /** Names with line breaks, which could end a header. */
    private static Stream<String> lines() {
        return Stream.of("\r\n", "\n", "\r", "%0d%0a", "%0a", "%250d%250a", "\u560d\u560a", "\u2028", "\u0085")
                .flatMap(end -> Stream.of(
                        "a" + end + "X-Evil: 1", "a" + end + "Set-Cookie: evil=1" + end + end + "<script>alert(1)"));
    }

    private static Stream<String> code() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' OR 1=1 --",
                "1;DROP TABLE users",
                "$(touch /tmp/evil)",
                "`id`",
                "| id",
                "; ls",
                "{{7*7}}",
                "${jndi:ldap://127.0.0.1:9/a}",
                "#{7*7}",
                "%s%s%s%n",
                "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
                "() { :; }; id");
    }

    /** Addresses, which a careless program would fetch. */
    private static Stream<String> addresses() {
        return Stream.of(
                "http://127.0.0.1:9/a",
                "http:/127.0.0.1/a",
                "//host.example/a",
                "user:password@host.example:99999/a",
                "file:///etc/passwd",
                "php://filter/convert.base64-encode/resource=index",
                "data:text/html,evil",
                "javascript:alert(1)",
                "http://[::1]/a",
                "http://[fe80::1%25en0]:80/",
                "http://169.254.169.254/latest/meta-data/",
                "a?b=c",
                "a#b",
                "a;b=c",
                "?",
                "#");
    }

    private static Stream<String> scripts() {
        return Stream.of(
                "\u202etxt.gpj",
                "\u200b",
                "\ufeffa",
                "Z\u0351\u036b\u0343\u036a\u0302\u036b",
                "\u7530\u4e2d\u3055\u3093",
                "\ud83d\udc69\u200d\ud83d\ude80",
                "\u0627\u0644",
                "e\u0301",
                "\u0130\u0131",
                "\ufdfd",
                "\u00ad",
                "\ue000",
                "\uffff",
                " ",
                "\u00a0",
                "\t",
                "\u0007\u001b[31m",
                "\u007f");
    }

    private static Stream<String> numbers() {
        return Stream.of(
                "",
                "undefined",
                "null",
                "NaN",
                "-1",
                "0",
                "1e400",
                "0x10",
                "2147483648",
                "9999999999999999999",
                "%",
                "%2",
                "%zz",
                "%%",
                "+",
                ".",
                "..",
                "...");
    }

    private static Stream<String> tooLong() {
        return Stream.of("a".repeat(3000), "a/".repeat(1500), "_600_400".repeat(300), "%41".repeat(900));
    }

    /** Invalid UTF-8: overlong forms, halves of characters and of surrogate pairs, bytes that never occur. */
    private static Stream<byte[]> noUtf8() {
        return Stream.of(
                        "\u00c0\u00ae\u00c0\u00ae\u00c0\u00af",
                        "\u00e0\u0080\u00af",
                        "\u00ed\u00a0\u0080",
                        "\u00c3",
                        "\u0080",
                        "\u00fe\u00ff",
                        "\u00f4\u0090\u0080\u0080",
                        "a\u00e9b")
                .map(bytes -> bytes.getBytes(ISO_8859_1));
    }
}
