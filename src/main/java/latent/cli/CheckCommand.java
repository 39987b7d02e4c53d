package latent.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import latent.check.DeployedTopology;
import latent.check.Deployment;
import latent.check.SampleRendition;
import latent.config.SettingSources;
import latent.config.Settings;
import latent.image.ImageFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code latent check}. */
@Command(
        name = "check",
        description = {
            "Check a deployment after terraform apply, from outside and without credentials: asks for renditions that nobody has seen,"
                    + " as visitors do, and for what strangers must not get. One line for each check; exit code 0 when none failed.",
            "",
            "It makes up to five small renditions of the original, which stay in the bucket. Of the settings it needs keys.signing-secrets,"
                    + " where keys are signed, and originals.http with originals.http-private-hosts, where originals come from other hosts:"
                    + " each of these is asked once, from this machine and by the rules of the processor; for the very file, where --original is"
                    + " one of theirs."
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
final class CheckCommand extends SettingsCommand {
    private final Actions actions;

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
    boolean run(SettingSources sources) throws Exception {
        if (patience < 0) {
            throw notUnderstood("Patience is not negative: " + patience);
        }
        CheckedHosts hosts = new CheckedHosts(allowHttp, this::notUnderstood);
        Settings settings = sources.read();
        Deployment deployment = new Deployment(
                topology,
                hosts.visited(images),
                Optional.ofNullable(processor).map(hosts::visited),
                origins.stream().map(hosts::tls).toList(),
                Optional.ofNullable(website).map(hosts::website),
                Optional.ofNullable(originals).map(hosts::bucket),
                Optional.ofNullable(renditions).map(hosts::bucket),
                new SampleRendition(
                        original, Optional.ofNullable(size), settings.keys().signing(), RandomGenerator.getDefault()),
                Optional.ofNullable(cacheControl),
                formats.stream().map(this::format).toList(),
                Duration.ofSeconds(patience),
                settings.sources(),
                allowHttp);
        return actions.check(deployment);
    }

    private ImageFormat format(String name) {
        return ImageFormat.ofExtension(name).orElseThrow(() -> notUnderstood("No format of ours: " + name));
    }
}
