package latent.local.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PutBucketWebsite refuses, and what the rule files of the product say, by the rows of the table of conformance cases. */
class ConfigurationCasesTest {
    private static final String INDEX = "'IndexDocument': {'Suffix': 'index.html'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'IndexDocument': {'Suffix': '/'}} | InvalidArgument | The IndexDocument Suffix is not well formed",
                "{'IndexDocument': {'Suffix': ''}} | InvalidArgument | The IndexDocument Suffix is not well formed",
                "{'RedirectAllRequestsTo': {'HostName': 'h'}, 'IndexDocument': {'Suffix': 'i'}} | InvalidArgument"
                        + " | RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.",
                "{'ErrorDocument': {'Key': 'e'}} | InvalidArgument | A value for IndexDocument Suffix must be provided if"
                        + " RedirectAllRequestsTo is empty",
                "{'RedirectAllRequestsTo': {'HostName': 'h', 'Protocol': 'ftp'}} | InvalidRequest | Invalid protocol, protocol can"
                        + " be http or https. If not defined the protocol will be selected automatically.",
            })
    void case_55_documents_that_s3_refuses(String document, String code, String message) {
        assertRefused(document, code, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Redirect': {'ReplaceKeyWith': 'a', 'ReplaceKeyPrefixWith': 'b'}} | InvalidRequest"
                        + " | You can only define ReplaceKeyPrefix or ReplaceKey but not both.",
                "{'Condition': {}, 'Redirect': {'HostName': 'h'}} | InvalidRequest | Condition cannot be empty. To redirect all"
                        + " requests without a condition, the condition element shouldn't be present.",
                "{'Redirect': {'Protocol': 'HTTPS'}} | InvalidRequest | Invalid protocol, protocol can be http or https. If not"
                        + " defined the protocol will be selected automatically.",
                "{'Redirect': {}} | MalformedXML | A rule has no Redirect, or an empty one.",
                "{'Redirect': {'HostName': 'h', 'HttpRedirectCode': 'x'}} | MalformedXML | HttpRedirectCode is not a number.",
                "{'Redirect': {'Hostname': 'h'}} | MalformedXML | There is no element Hostname here.",
                "{'Condition': {'HttpErrorCodeReturnedEquals': '302'}, 'Redirect': {'HostName': 'h'}} | InvalidRequest"
                        + " | The provided HTTP error code (302) is not valid. Valid codes are 4XX or 5XX.",
                "{'Redirect': {'HostName': 'h\\r\\nX: y'}} | MalformedXML | HostName is not a line of text.",
            })
    void case_55_rules_that_s3_refuses(String rule, String code, String message) {
        assertRefused("{" + INDEX + ", 'RoutingRules': [" + rule + "]}", code, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'RoutingRules': []", "'RoutingRules': {}", "'ErrorDocument': {}", "'Other': 1"})
    void case_55_documents_that_do_not_fit_the_schema(String element) {
        assertRefused("{" + INDEX + ", " + element + "}", "MalformedXML", "The XML you provided was not well-formed");
    }

    @Test
    void case_56_more_than_fifty_rules() {
        String rule = "{'Redirect': {'HostName': 'h'}}";
        assertThat(ConfigurationDocument.read(document(Collections.nCopies(50, rule))))
                .isNotNull();
        assertRefused(document(Collections.nCopies(51, rule)), "InvalidRequest", "limited to 50");
    }

    private static String document(List<String> rules) {
        return ("{" + INDEX + ", 'RoutingRules': [" + String.join(",", rules) + "]}").replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 200})
    void case_57_a_code_that_is_no_redirect(int code) {
        assertRefused(
                "{" + INDEX + ", 'RoutingRules': [{'Redirect': {'HostName': 'h', 'HttpRedirectCode': '" + code
                        + "'}}]}",
                "InvalidRequest",
                "The provided HTTP redirect code (" + code + ") is not valid. Valid codes are 3XX except 300.");
    }

    @Test
    void a_document_that_is_no_json_is_malformed() {
        assertRefused("{", "MalformedXML", "The XML you provided");
    }

    @Test
    void xml_and_json_say_the_same() {
        String xml = """
                <WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                  <IndexDocument><Suffix>index.html</Suffix></IndexDocument>
                  <ErrorDocument><Key>error.html</Key></ErrorDocument>
                  <RoutingRules><RoutingRule>
                    <Condition><KeyPrefixEquals/><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition>
                    <Redirect><Protocol>https</Protocol><HostName>p.example</HostName><HttpRedirectCode>302</HttpRedirectCode></Redirect>
                  </RoutingRule></RoutingRules>
                </WebsiteConfiguration>
                """;
        String json = """
                {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "error.html"}, "RoutingRules": [{
                  "Condition": {"KeyPrefixEquals": "", "HttpErrorCodeReturnedEquals": "404"},
                  "Redirect": {"Protocol": "https", "HostName": "p.example", "HttpRedirectCode": "302"}}]}
                """;
        assertThat(ConfigurationDocument.read(xml)).isEqualTo(ConfigurationDocument.read(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<WebsiteConfiguration><IndexDocument><Suffix>i</Suffix></IndexDocument><RoutingRules/></WebsiteConfiguration>",
                "<WebsiteConfiguration><IndexDocument>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:/etc/passwd'>]><WebsiteConfiguration>&b;</WebsiteConfiguration>",
                "<WebsiteConfiguration><IndexDocument/></WebsiteConfiguration>"
            })
    void case_55_xml_that_does_not_fit_the_schema(String xml) {
        assertRefused(xml, "MalformedXML", "The XML you provided was not well-formed");
    }

    @Test
    void case_55_an_empty_condition_in_xml() {
        assertRefused(
                "<WebsiteConfiguration><IndexDocument><Suffix>i</Suffix></IndexDocument><RoutingRules><RoutingRule>"
                        + "<Condition/><Redirect><HostName>h</HostName></Redirect></RoutingRule></RoutingRules>"
                        + "</WebsiteConfiguration>",
                "InvalidRequest",
                "Condition cannot be empty.");
    }

    @Test
    void the_files_of_the_product_hold_the_rule_of_the_lazy_redirect() {
        var rules = new RoutingRules(Protocol.HTTPS, "process.example.com", 302, "");
        assertThat(rules.missing().errorCode()).isEqualTo(OptionalInt.of(404));
        assertThat(rules.missing().redirect().status()).isEqualTo(302);
        assertThat(rules.missing().redirect().protocol()).contains(Protocol.HTTPS);
        assertThat(rules.missing().redirect().hostName()).contains("process.example.com");
        assertThat(rules.missing().redirect().newKey()).isEqualTo(new Redirect.NewKey.Same());
        assertThat(rules.forbidden().errorCode()).isEqualTo(OptionalInt.of(403));
        assertThat(rules.forbidden().redirect()).isEqualTo(rules.missing().redirect());
    }

    @Test
    void a_value_cannot_leave_its_quotes() {
        var rules = new RoutingRules(Protocol.HTTP, "h\", \"HttpRedirectCode\": \"301", 302, "$1\\");
        assertThat(rules.missing().redirect().hostName()).contains("h\", \"HttpRedirectCode\": \"301");
        assertThat(rules.missing().keyPrefix()).contains("$1\\");
    }

    private static void assertRefused(String document, String code, String message) {
        assertThatThrownBy(() -> ConfigurationDocument.read(document.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        InvalidWebsiteConfiguration.class,
                        e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message.replace('\'', '"').replace("shouldn\"t", "shouldn't"));
    }
}
