package latent.cli;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import latent.check.DeployedTopology;
import latent.check.Deployment;
import latent.check.SampleRendition;
import latent.image.ImageFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latent check}. */
@Command(
        name = "check",
        description = {
            "Check a deployment after terraform apply, from outside and without credentials: asks for renditions that nobody has seen,"
                    + " as visitors do, and for what strangers must not get. One line for each check; exit code 0 when none failed.",
            "",
            "It makes up to five small renditions of the original, which stay in the bucket. Of the settings it needs keys.signing-secrets,"
                    + " where keys are signed."
        },
        footer = {
            "",
            "Terraform knows all values. Where the module's outputs are one output, as in terraform/examples:",
            "  ./latent check --original widgets/myimage.jpg \\",
            "    $(terraform -chdir=DIR output -json latent | jq -rf terraform/check.jq)",
            "By hand, from outputs of the module: IMAGES_HOST is hosts.images, --processor hosts.process, --origin hosts.origin,"
                    + " --website website_endpoint, --topology topology; --originals and --renditions are the REST endpoints of"
                    + " originals_bucket and renditions_bucket, as in s3.REGION.amazonaws.com/BUCKET."
        })
final class CheckCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "IMAGES_HOST", description = "What pages use, as a host or a URL.")
    private String images = "";

    @Option(
            names = "--original",
            paramLabel = "KEY",
            required = true,
            description = "An original that is there: widgets/myimage.jpg.")
    private String original = "";

    @Option(
            names = "--topology",
            paramLabel = "NAME",
            defaultValue = "redirect",
            description = "${COMPLETION-CANDIDATES}; multi-region is checked as failover (default: ${DEFAULT-VALUE}).")
    private DeployedTopology topology = DeployedTopology.REDIRECT;

    @Option(
            names = "--processor",
            paramLabel = "HOST",
            description = "Where a miss must be redirected to; without it, wherever it is.")
    private @Nullable String processor;

    @Option(
            names = "--origin",
            paramLabel = "HOST",
            description = "The load balancer, which must refuse us; may be given again.")
    private List<String> origins = new ArrayList<>();

    @Option(
            names = "--website",
            paramLabel = "HOST",
            description = "The website endpoint, which must refuse us (renditions.access = \"referer\").")
    private @Nullable String website;

    @Option(names = "--originals", paramLabel = "HOST", description = "The originals bucket, which must refuse us.")
    private @Nullable String originals;

    @Option(names = "--renditions", paramLabel = "HOST", description = "The renditions bucket: must not be listed.")
    private @Nullable String renditions;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "A size on keys.ladder; without it any size is asked for.")
    private @Nullable String size;

    @Option(
            names = "--cache-control",
            paramLabel = "VALUE",
            description = "Cache-Control of renditions to the letter; without it any that lets caches keep them.")
    private @Nullable String cacheControl;

    @Option(
            names = "--formats",
            paramLabel = "FORMAT",
            split = ",",
            description = "negotiation.formats, best first: avif,webp.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long a write-back may take (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--allow-http", hidden = true, description = "For a local stack: no TLS is asked for.")
    private boolean allowHttp;

    CheckCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() throws Exception {
        if (patience < 0) {
            throw new ParameterException(spec.commandLine(), "Patience is not negative: " + patience);
        }
        Deployment deployment = new Deployment(
                topology,
                visited(images),
                Optional.ofNullable(processor).map(this::visited),
                origins.stream().map(host -> url(host, "https")).toList(),
                // a website endpoint speaks no TLS
                Optional.ofNullable(website).map(host -> url(host, "http")),
                Optional.ofNullable(originals).map(this::bucket),
                Optional.ofNullable(renditions).map(this::bucket),
                new SampleRendition(
                        original,
                        Optional.ofNullable(size),
                        settings.sources().read().keys().signing(),
                        RandomGenerator.getDefault()),
                Optional.ofNullable(cacheControl),
                formats.stream().map(this::format).toList(),
                Duration.ofSeconds(patience),
                allowHttp);
        return actions.check(deployment) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** A host that visitors go to. */
    private URI visited(String text) {
        URI url = url(text, "https");
        if (!allowHttp && !"https".equals(url.getScheme())) {
            throw new ParameterException(spec.commandLine(), "Visitors go there by https: " + text);
        }
        return url;
    }

    /** A REST endpoint; an S3 other than AWS may have its buckets in the path. */
    private URI bucket(String text) {
        return parsed(text, "https");
    }

    private URI url(String text, String scheme) {
        URI url = parsed(text, scheme);
        if (!url.getRawPath().isEmpty()) {
            throw noHost(text);
        }
        return url;
    }

    private URI parsed(String text, String scheme) {
        String whole = (text.contains("://") ? text : scheme + "://" + text).replaceFirst("/$", "");
        try {
            URI url = URI.create(whole);
            String given = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            if (bare && url.getHost() != null && (given.equals("http") || given.equals("https"))) {
                return url;
            }
        } catch (IllegalArgumentException noUrl) {
            throw noHost(text);
        }
        throw noHost(text);
    }

    private ParameterException noHost(String text) {
        return new ParameterException(spec.commandLine(), "A host, or its URL: images.example.org, not " + text);
    }

    private ImageFormat format(String name) {
        return ImageFormat.ofExtension(name)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "No format of ours: " + name));
    }
}
