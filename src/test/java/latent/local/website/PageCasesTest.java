package latent.local.website;

import static latent.local.website.WebsiteLab.BUCKET;
import static latent.local.website.WebsiteLab.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import latent.local.AnonymousAccess;
import latent.local.RawHttp;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects, index and error documents, and the pages of S3 itself, by the rows of the table of conformance cases. */
class PageCasesTest {
    private static WebsiteLab lab;

    @BeforeAll
    static void open() throws IOException {
        lab = WebsiteLab.open();
        lab.put("error.html", "<h1>not here</h1>");
        lab.put("d/index.html", "index of d");
        lab.sdk.put(
                BUCKET,
                "k.txt",
                "0123456789abcdef",
                put -> put.contentType("text/plain")
                        .cacheControl("public, max-age=12312312")
                        .metadata(Map.of("original-etag", "abc")));
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void case_01_an_object_comes_with_all_that_was_stored() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get("/k.txt");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("0123456789abcdef");
        assertStored(answer);
    }

    @Test
    void case_02_head_has_the_same_headers_and_no_body() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.head("/k.txt");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertStored(answer);
    }

    private static void assertStored(Answer answer) {
        assertThat(answer.header("Content-Type")).contains("text/plain");
        assertThat(answer.header("ETag")).contains("\"4032af8d61035123906e58e067140cc5\"");
        assertThat(answer.header("Last-Modified")).isPresent();
        assertThat(answer.header("Content-Length")).contains("16");
        assertThat(answer.header("Cache-Control")).contains("public, max-age=12312312");
        assertThat(answer.header("x-amz-meta-original-etag")).contains("abc");
        assertThat(answer.header("x-amz-request-id")).isPresent();
        assertThat(answer.header("x-amz-id-2")).isPresent();
    }

    @Test
    void case_23_the_error_document_keeps_the_status() throws IOException {
        lab.rulesAndErrorDocument("error.html");
        Answer answer = lab.http.get("/zz");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("<h1>not here</h1>");
        assertThat(answer.header("Content-Type")).contains("text/html");
        assertThat(answer.header("ETag")).isPresent();
    }

    @Test
    void case_24_post_is_not_allowed() throws IOException {
        lab.rules(S);
        assertNotAllowed(lab.http.send("POST", "/"), "POST");
    }

    @Test
    void case_25_neither_rule_nor_error_document_changes_that() throws IOException {
        lab.rulesAndErrorDocument("error.html", S);
        assertNotAllowed(lab.http.send("POST", "/"), "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void case_26_nothing_writes(String method) throws IOException {
        lab.rules(S);
        assertNotAllowed(lab.http.send(method, "/k.txt"), method);
        assertThat(lab.http.get("/k.txt").text()).isEqualTo("0123456789abcdef");
    }

    private static void assertNotAllowed(Answer answer, String method) {
        assertThat(answer.status()).isEqualTo(405);
        assertPage(answer, """
                <html>
                <head><title>405 Method Not Allowed</title></head>
                <body>
                <h1>405 Method Not Allowed</h1>
                <ul>
                <li>Code: MethodNotAllowed</li>
                <li>Message: The specified method is not allowed against this resource.</li>
                <li>Method: %s</li>
                <li>ResourceType: OBJECT</li>
                """.formatted(method));
    }

    @Test
    void case_27_a_missing_key_has_s3_s_own_page() throws IOException {
        lab.rules();
        Answer answer = lab.http.get("/zz");
        assertThat(answer.status()).isEqualTo(404);
        assertPage(answer, """
                <html>
                <head><title>404 Not Found</title></head>
                <body>
                <h1>404 Not Found</h1>
                <ul>
                <li>Code: NoSuchKey</li>
                <li>Message: The specified key does not exist.</li>
                <li>Key: zz</li>
                """);
    }

    private static void assertPage(Answer answer, String start) {
        assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.text())
                .startsWith(start)
                .matches("(?s).*<li>RequestId: [0-9A-F]{16}</li>.<li>HostId: [A-Za-z0-9+/=]{76}</li>.</ul>.*")
                .endsWith("<hr/>\n</body>\n</html>\n");
    }

    @Test
    void case_27_the_key_is_escaped_in_it() throws IOException {
        lab.rules();
        assertThat(lab.http.get("/%3Cscript%3Ealert(1)%3C/script%3E").text())
                .contains("<li>Key: &lt;script&gt;alert(1)&lt;/script&gt;</li>")
                .doesNotContain("<script>");
    }

    @Test
    void case_28_a_missing_folder_names_its_index() throws IOException {
        lab.rules();
        Answer answer = lab.http.get("/zz/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("<li>Key: zz/index.html</li>");
    }

    @Test
    void case_29_a_missing_error_document_is_mentioned() throws IOException {
        lab.rulesAndErrorDocument("no-such-error.html");
        Answer answer = lab.http.get("/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("""
                        <h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>
                        <ul>
                        <li>Code: NoSuchKey</li>
                        <li>Message: The specified key does not exist.</li>
                        <li>Key: no-such-error.html</li>
                        </ul>
                        <hr/>""");
    }

    @Test
    void case_30_no_such_bucket() throws IOException {
        Answer answer = lab.http.get("/", "Host: nobody.s3-website-us-east-1.amazonaws.com");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains(
                        "<li>Code: NoSuchBucket</li>",
                        "<li>Message: The specified bucket does not exist</li>",
                        "<li>BucketName: nobody</li>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"originals/cat.jpg", "../images", "a", "UPPER.localhost", "x y.localhost"})
    void case_30_a_host_that_no_bucket_can_have(String host) throws IOException {
        assertThat(lab.http.get("/", "Host: " + host).text()).contains("<li>Code: NoSuchBucket</li>");
    }

    @Test
    void case_31_no_website_configuration() throws IOException {
        lab.s3.createBucket("plain", AnonymousAccess.NONE);
        for (String path : List.of("/", "/key")) {
            Answer answer = lab.http.get(path, "Host: plain.localhost:8080");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .contains("<li>Code: NoSuchWebsiteConfiguration</li>", "<li>BucketName: plain</li>");
        }
    }

    @Test
    void case_32_head_tells_the_error_in_headers() throws IOException {
        lab.rules();
        Answer answer = lab.http.head("/zz");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("x-amz-error-code")).contains("NoSuchKey");
        assertThat(answer.header("x-amz-error-message")).contains("The specified key does not exist.");
    }

    @Test
    void case_33_a_folder_without_its_slash_gets_it_and_no_rule_fires() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get("/d");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/d/");
    }

    @Test
    void case_34_its_query_is_dropped() throws IOException {
        lab.rules(S);
        assertThat(lab.http.get("/d?x=1").location()).isEqualTo("/d/");
    }

    @Test
    void case_35_a_folder_is_its_index() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get("/d/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("index of d");
    }

    @Test
    void case_42_not_modified() throws IOException {
        lab.rules(S);
        String etag = lab.http.get("/k.txt").header("ETag").orElseThrow();
        Answer answer = lab.http.get("/k.txt", "If-None-Match: " + etag);
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void case_43_not_modified_since_but_a_date_to_come_is_ignored() throws IOException {
        lab.rules(S);
        String date = lab.http.get("/k.txt").header("Last-Modified").orElseThrow();
        assertThat(lab.http.get("/k.txt", "If-Modified-Since: " + date).status())
                .isEqualTo(304);
        assertThat(lab.http
                        .get("/k.txt", "If-Modified-Since: Wed, 21 Oct 2065 07:28:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void case_44_a_precondition_that_fails() throws IOException {
        lab.rules(S);
        assertThat(lab.http.get("/k.txt", "If-Match: \"other\"").status()).isEqualTo(412);
        String longAgo = "If-Unmodified-Since: Wed, 21 Oct 2015 07:28:00 GMT";
        assertThat(lab.http.get("/k.txt", longAgo).status()).isEqualTo(412);
        String lastModified = lab.http.get("/k.txt").header("Last-Modified").orElseThrow();
        assertThat(lab.http
                        .get("/k.txt", "If-Unmodified-Since: " + lastModified)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void case_45_ranges() throws IOException {
        lab.rules(S);
        Answer part = lab.http.get("/k.txt", "Range: bytes=0-9");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("0123456789");
        assertThat(part.header("Content-Range")).contains("bytes 0-9/16");
        assertThat(part.header("Accept-Ranges")).contains("bytes");
        assertThat(lab.http.get("/k.txt", "Range: bytes=-3").text()).isEqualTo("def");
        assertThat(lab.http.get("/k.txt", "Range: bytes=99999-").status()).isEqualTo(416);
        for (String ignored : List.of("bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=-")) {
            assertThat(lab.http.get("/k.txt", "Range: " + ignored).status()).isEqualTo(200);
        }
    }

    @Test
    void case_51_cors_is_on_objects_errors_and_redirects() throws IOException {
        try (WebsiteLab other = WebsiteLab.open()) {
            other.front.putBucketCors(BUCKET, new Cors(List.of("*"), List.of("GET")));
            other.put("there.html", "here");
            other.rules(WebsiteLab.rule(
                    "'KeyPrefixEquals': 'r/', 'HttpErrorCodeReturnedEquals': '404'", "'HostName': 'p.example'"));
            for (String path : List.of("/there.html", "/zz", "/r/zz")) {
                Answer answer = other.http.get(path, "Origin: https://page.example");
                assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
                assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET");
                assertThat(answer.header("Vary"))
                        .contains("Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
            }
            assertWithoutOrigin(other.http.get("/there.html"));
        }
    }

    /** Case 52: what poisons a cache whose key lacks the origin. */
    private static void assertWithoutOrigin(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Vary")).isEmpty();
    }

    @Test
    void case_54_the_rest_endpoint_never_redirects() throws IOException {
        lab.rules(S);
        Answer answer = RawHttp.to(lab.s3.url()).get("/" + BUCKET + "/a/b.jpg");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("<Code>NoSuchKey</Code>");
        assertThat(answer.header("Location")).isEmpty();
        assertThatThrownBy(() ->
                        lab.sdk.client().getObject(get -> get.bucket(BUCKET).key("a/b.jpg")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void case_61_the_first_conditional_put_wins() throws IOException {
        lab.sdk.put(BUCKET, "once.txt", "first", put -> put.ifNoneMatch("*"));
        assertThatThrownBy(() -> lab.sdk.put(BUCKET, "once.txt", "second", put -> put.ifNoneMatch("*")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        assertThat(lab.http.get("/once.txt").text()).isEqualTo("first");
    }
}
