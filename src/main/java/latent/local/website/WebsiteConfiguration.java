package latent.local.website;

import java.util.List;
import java.util.Optional;

/**
 * What PutBucketWebsite takes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html">PutBucketWebsite</a>
 */
public sealed interface WebsiteConfiguration {
    /** Every request is redirected to another host, by 301. */
    record RedirectAll(String hostName, Optional<Protocol> protocol) implements WebsiteConfiguration {}

    /**
     * The bucket's own pages.
     *
     * @param indexSuffix appended to the empty key and to keys that end in a slash
     * @param errorKey    the page that goes with a 4xx
     * @param rules       in the order in which they are tried; the first that fits fires
     */
    record Pages(String indexSuffix, Optional<String> errorKey, List<RoutingRule> rules)
            implements WebsiteConfiguration {
        private static final int MAX_RULES = 50;

        public Pages {
            rules = List.copyOf(rules);
            if (indexSuffix.isEmpty() || indexSuffix.contains("/")) {
                throw InvalidWebsiteConfiguration.argument("The IndexDocument Suffix is not well formed");
            }
            if (rules.size() > MAX_RULES) {
                throw InvalidWebsiteConfiguration.request(
                        rules.size() + " routing rules provided, the number of routing rules in a website"
                                + " configuration is limited to " + MAX_RULES + ".");
            }
        }

        /** Pages with these rules, {@code index.html} for an index, and no error page. */
        public static Pages of(List<RoutingRule> rules) {
            return new Pages("index.html", Optional.empty(), rules);
        }

        Optional<RoutingRule> ruleBeforeLookUp(ObjectKey key) {
            return rules.stream().filter(rule -> rule.firesFor(key)).findFirst();
        }

        Optional<RoutingRule> ruleOnError(ObjectKey key, int status) {
            return rules.stream().filter(rule -> rule.firesFor(key, status)).findFirst();
        }

        /** The key that is looked up. */
        ObjectKey page(ObjectKey asked) {
            return asked.isFolder() ? asked.plus(indexSuffix) : asked;
        }
    }
}
