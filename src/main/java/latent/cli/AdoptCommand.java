package latent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import latent.adopt.AdoptedUrl;
import latent.adopt.Adoption;
import latent.adopt.AdoptionReport;
import latent.adopt.RewritingFunction;
import latent.config.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latent adopt}. */
@Command(
        name = "adopt",
        description = {
            "Find the rendition keys that take the place of another service's URLs, and say of which there are none, and why.",
            "",
            "Read are URLs of imgproxy, thumbor, imagor, Cloudflare (/cdn-cgi/image/), imgix, and of AWS's own example"
                    + " (100x100/key), and keys such as key-200x200.jpg. Nothing is fetched or changed."
        })
final class AdoptCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "Old URLs, paths or keys, one in a line; - reads standard input.")
    private String file = "";

    @Option(
            names = "--source",
            paramLabel = "PREFIX",
            description =
                    "What stands before the keys of originals in old URLs, such as https://example.org/originals/. May be given several"
                            + " times; s3:// with the originals' bucket, and local://, are known.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "TSV",
            description = "Write the old URLs and their keys into this file, and why one has none.")
    private @Nullable Path table;

    @Option(
            names = "--function",
            paramLabel = "JS",
            description = "Write a function for CloudFront into this file that rewrites such URLs.")
    private @Nullable Path function;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Settings read = settings.sources().read();
        if (function != null && read.keys().signing().on()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Keys are signed here (keys.signing-secrets), and a function that signs whatever it is asked for would make that"
                            + " useless. The table has signed keys: have pages take them from there.");
        }
        List<String> known = new ArrayList<>(sources);
        known.addAll(List.of("s3://" + read.buckets().originals() + "/", "local://"));
        Adoption adoption = new Adoption(read.keys().grammar(), read.keys().ladder(), known);
        RewritingFunction rewriting =
                new RewritingFunction(known, read.keys().rules().alphabet());
        AdoptionReport report = new AdoptionReport();
        try (BufferedReader lines = lines();
                Writer rows = rows()) {
            rows.write("old\tnew\tform\tbecause\n");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    AdoptedUrl url = adoption.read(line.strip());
                    report.add(url);
                    url.key().ifPresent(key -> rewriting.add(url));
                    rows.write(report.row(url));
                }
            }
        }
        write(report, rewriting);
        return ExitCode.OK;
    }

    private BufferedReader lines() throws IOException {
        if (!"-".equals(file) && !Files.isReadable(Path.of(file))) {
            throw new ParameterException(spec.commandLine(), "There is no file " + file + " that can be read.");
        }
        return "-".equals(file)
                ? new BufferedReader(new InputStreamReader(System.in, UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }

    private Writer rows() throws IOException {
        return table == null ? Writer.nullWriter() : Files.newBufferedWriter(table);
    }

    private void write(AdoptionReport report, RewritingFunction rewriting) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        report.print(out);
        Optional.ofNullable(table).ifPresent(path -> out.println("table       " + path));
        if (function != null) {
            RewritingFunction.Written written = rewriting.write();
            Files.writeString(function, written.code());
            out.println("function    " + function + ", " + written.code().getBytes(UTF_8).length + " of "
                    + RewritingFunction.MOST_BYTES + " bytes, rewrites " + written.urls() + " of these URLs by "
                    + written.holds() + " kinds of options"
                    + (written.missing() > 0
                            ? "; the " + written.missing() + " least frequent kinds found no room"
                            : ""));
        }
        out.flush();
    }
}
