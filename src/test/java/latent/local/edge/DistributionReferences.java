package latent.local.edge;

import java.net.URI;

/**
 * The policies, functions and origins that a distribution's configuration refers to by id, ARN or name. The XML is that of CloudFront's API, with or
 * without the element that wraps the answer.
 */
public interface DistributionReferences {
    /** The answer of GetCachePolicy. */
    String cachePolicy(String id);

    /** The answer of GetOriginRequestPolicy. */
    String originRequestPolicy(String id);

    /** The answer of GetResponseHeadersPolicy. */
    String responseHeadersPolicy(String id);

    ViewerRequestFunction viewerRequestFunction(String arn);

    /** Where the origin of a domain name listens, without a slash at the end. */
    URI whereIs(String domainName);
}
