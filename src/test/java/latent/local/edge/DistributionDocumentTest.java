package latent.local.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What CloudFront's API says of a distribution becomes what an edge does. */
class DistributionDocumentTest {
    private static final String DISTRIBUTION = """
            <DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
              <CallerReference>terraform</CallerReference>
              <Origins><Quantity>2</Quantity><Items>
                <Origin>
                  <Id>renditions</Id><DomainName>b.s3.amazonaws.com</DomainName><OriginPath/>
                  <CustomHeaders><Quantity>0</Quantity></CustomHeaders>
                </Origin>
                <Origin>
                  <Id>processor</Id><DomainName>origin.example.com</DomainName><OriginPath>/v1</OriginPath>
                  <CustomHeaders><Quantity>1</Quantity><Items><OriginCustomHeader>
                    <HeaderName>X-Origin-Verify</HeaderName><HeaderValue>secret</HeaderValue>
                  </OriginCustomHeader></Items></CustomHeaders>
                  <OriginShield><Enabled>true</Enabled><OriginShieldRegion>eu-west-1</OriginShieldRegion></OriginShield>
                </Origin>
              </Items></Origins>
              <OriginGroups><Quantity>1</Quantity><Items><OriginGroup>
                <Id>both</Id>
                <FailoverCriteria><StatusCodes><Quantity>2</Quantity><Items>
                  <StatusCode>403</StatusCode><StatusCode>404</StatusCode>
                </Items></StatusCodes></FailoverCriteria>
                <Members><Quantity>2</Quantity><Items>
                  <OriginGroupMember><OriginId>renditions</OriginId></OriginGroupMember>
                  <OriginGroupMember><OriginId>processor</OriginId></OriginGroupMember>
                </Items></Members>
              </OriginGroup></Items></OriginGroups>
              <DefaultCacheBehavior>
                <TargetOriginId>both</TargetOriginId><CachePolicyId>zero</CachePolicyId>
                <ResponseHeadersPolicyId>cors</ResponseHeadersPolicyId>
                <FunctionAssociations><Quantity>1</Quantity><Items><FunctionAssociation>
                  <FunctionARN>arn:aws:cloudfront::1:function/negotiate</FunctionARN><EventType>viewer-request</EventType>
                </FunctionAssociation></Items></FunctionAssociations>
              </DefaultCacheBehavior>
              <CacheBehaviors><Quantity>1</Quantity><Items><CacheBehavior>
                <PathPattern>/static/*</PathPattern>
                <TargetOriginId>processor</TargetOriginId><CachePolicyId>keyed</CachePolicyId>
                <OriginRequestPolicyId>viewer</OriginRequestPolicyId>
              </CacheBehavior></Items></CacheBehaviors>
              <CustomErrorResponses><Quantity>1</Quantity><Items><CustomErrorResponse>
                <ErrorCode>503</ErrorCode><ErrorCachingMinTTL>0</ErrorCachingMinTTL>
              </CustomErrorResponse></Items></CustomErrorResponses>
            </DistributionConfig>
            """;

    private static final ViewerRequestFunction FUNCTION = ViewerRequestFunction.none();

    private final EdgeSettings settings = DistributionDocument.read(DISTRIBUTION, new HandMadeAccount());

    @Test
    void a_group_has_its_origins_in_order_and_its_codes() {
        OriginGroup group = settings.behavior("/a.jpg").origins();
        assertThat(group.primary()).isEqualTo(Origin.at(URI.create("http://b.s3.amazonaws.com.local")));
        assertThat(group.secondary())
                .contains(new Origin(
                        URI.create("http://origin.example.com.local/v1"), Map.of("X-Origin-Verify", "secret"), true));
        assertThat(group.failoverCodes()).isEqualTo(Set.of(403, 404));
    }

    @Test
    void the_default_behaviour_is_the_last() {
        CacheBehavior behavior = settings.behavior("/a.jpg");
        assertThat(behavior.cache()).isEqualTo(CachePolicy.asTheOriginSays());
        assertThat(behavior.originRequest()).isEqualTo(OriginRequestPolicy.nothing());
        assertThat(behavior.function()).isSameAs(FUNCTION);
        assertThat(behavior.responseHeaders())
                .isEqualTo(Map.of(
                        "Access-Control-Allow-Origin", "*",
                        "Access-Control-Expose-Headers", "ETag, Retry-After",
                        "Content-Security-Policy", "default-src 'none'",
                        "Strict-Transport-Security", "max-age=31536000",
                        "X-Content-Type-Options", "nosniff",
                        "X-By", "us"));
    }

    @Test
    void a_pattern_has_policies_of_its_own() {
        CacheBehavior behavior = settings.behavior("/static/a.jpg");
        assertThat(behavior.cache())
                .isEqualTo(new CachePolicy(
                        Duration.ofSeconds(1),
                        Duration.ofDays(1),
                        Duration.ofDays(365),
                        Selection.only("Accept"),
                        Selection.all(),
                        true));
        assertThat(behavior.originRequest())
                .isEqualTo(OriginRequestPolicy.headers("CloudFront-Viewer-Address", "Origin"));
    }

    @Test
    void error_caching_is_what_was_said_and_ten_seconds_otherwise() {
        assertThat(settings.errorCachingMinTtl(503)).isZero();
        assertThat(settings.errorCachingMinTtl(404)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void what_an_edge_cannot_do_without_is_named() {
        assertThatThrownBy(() -> DistributionDocument.read(
                        DISTRIBUTION.replace("<CachePolicyId>zero</CachePolicyId>", ""), new HandMadeAccount()))
                .hasMessage("no CachePolicyId in DefaultCacheBehavior");
        assertThatThrownBy(() -> DistributionDocument.read(
                        DISTRIBUTION.replace("<OriginId>processor<", "<OriginId>other<"), new HandMadeAccount()))
                .hasMessage("no origin other");
    }

    private static final class HandMadeAccount implements DistributionReferences {
        @Override
        public String cachePolicy(String id) {
            return id.equals("zero")
                    ? policy(
                            "<MinTTL>0</MinTTL><DefaultTTL>0</DefaultTTL><MaxTTL>31536000</MaxTTL>",
                            "none",
                            "none",
                            "none")
                    : policy(
                            "<MinTTL>1</MinTTL><DefaultTTL>86400</DefaultTTL><MaxTTL>31536000</MaxTTL>",
                            "whitelist</HeaderBehavior><Headers><Quantity>1</Quantity><Items><Name>Accept</Name></Items>"
                                    + "</Headers><HeaderBehavior>x",
                            "all",
                            "all");
        }

        private static String policy(String ttls, String headers, String queries, String cookies) {
            return "<CachePolicy><Id>1</Id><CachePolicyConfig><Name>n</Name>" + ttls
                    + "<ParametersInCacheKeyAndForwardedToOrigin><HeadersConfig><HeaderBehavior>" + headers
                    + "</HeaderBehavior></HeadersConfig><CookiesConfig><CookieBehavior>" + cookies
                    + "</CookieBehavior></CookiesConfig><QueryStringsConfig><QueryStringBehavior>" + queries
                    + "</QueryStringBehavior></QueryStringsConfig></ParametersInCacheKeyAndForwardedToOrigin>"
                    + "</CachePolicyConfig></CachePolicy>";
        }

        @Override
        public String originRequestPolicy(String id) {
            return """
                    <GetOriginRequestPolicyResult><OriginRequestPolicy><OriginRequestPolicyConfig>
                      <HeadersConfig><HeaderBehavior>whitelist</HeaderBehavior><Headers><Items>
                        <Name>CloudFront-Viewer-Address</Name><Name>Origin</Name>
                      </Items></Headers></HeadersConfig>
                    </OriginRequestPolicyConfig></OriginRequestPolicy></GetOriginRequestPolicyResult>
                    """;
        }

        @Override
        public String responseHeadersPolicy(String id) {
            return """
                    <ResponseHeadersPolicy><ResponseHeadersPolicyConfig>
                      <CorsConfig>
                        <AccessControlAllowOrigins><Items><Origin>*</Origin></Items></AccessControlAllowOrigins>
                        <AccessControlExposeHeaders><Items><Header>ETag</Header><Header>Retry-After</Header></Items></AccessControlExposeHeaders>
                      </CorsConfig>
                      <CustomHeadersConfig><Items><ResponseHeadersPolicyCustomHeader>
                        <Header>X-By</Header><Value>us</Value>
                      </ResponseHeadersPolicyCustomHeader></Items></CustomHeadersConfig>
                      <SecurityHeadersConfig>
                        <ContentTypeOptions><Override>true</Override></ContentTypeOptions>
                        <StrictTransportSecurity><AccessControlMaxAgeSec>31536000</AccessControlMaxAgeSec></StrictTransportSecurity>
                        <ContentSecurityPolicy><ContentSecurityPolicy>default-src 'none'</ContentSecurityPolicy></ContentSecurityPolicy>
                      </SecurityHeadersConfig>
                    </ResponseHeadersPolicyConfig></ResponseHeadersPolicy>
                    """;
        }

        @Override
        public ViewerRequestFunction viewerRequestFunction(String arn) {
            return FUNCTION;
        }

        @Override
        public URI whereIs(String domainName) {
            return URI.create("http://" + domainName + ".local");
        }
    }
}
