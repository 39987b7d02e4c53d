package latent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command in a document, taken apart as far as it takes to see that what it names is there. */
final class DocumentedCommand {
    /** Programs that somebody who follows the documents has, or is told to get. */
    private static final Set<String> PROGRAMS = Set.of(
            "curl",
            "mvn",
            "terraform",
            "aws",
            "docker",
            "npm",
            "node",
            "git",
            "python3",
            "pip",
            "pip3",
            "pre-commit",
            "apt-get",
            "npx",
            "java",
            "cd",
            "export",
            "for",
            "done",
            "do",
            "if",
            "fi",
            "echo",
            "sh",
            "bash",
            "mkdir",
            "cp",
            "rm",
            "cat",
            "jq",
            "grep",
            "sudo",
            "spark-submit");

    private static final Pattern ASSIGNMENTS =
            Pattern.compile("^(?:[A-Za-z_]+=(?:\\$\\([^)]*\\)|\"[^\"]*\"|\\S*)(?:\\s+|$))*");
    private static final Pattern FOLDER = Pattern.compile("-chdir=([a-z0-9/._-]+)");
    private static final Pattern BUILD = Pattern.compile("^mvn .*-f ([a-z0-9/._-]+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=([A-Za-z0-9]+)");
    private static final Pattern SUBCOMMAND = Pattern.compile("name = \"([a-z-]+)\"");

    private DocumentedCommand() {}

    /** The commands in a block of shell: continued lines joined, comments and prompts left out. */
    static List<String> in(String block) {
        return Arrays.stream(block.replace("\\\n", " ").split("\n", -1))
                .map(line -> line.strip().replaceFirst("^\\$ ", "").replaceFirst("(^|\\s+)#\\s.*$", ""))
                .map(line -> ASSIGNMENTS.matcher(line).replaceFirst(""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** What of a command is not there; empty when all is. */
    static Optional<String> problem(String command, Path page) throws Exception {
        String[] words = command.split("\\s+", -1);
        String program = words[0];
        if (program.contains("/")) {
            boolean there = Files.isExecutable(Path.of(program).normalize())
                    || Files.isExecutable(page.resolveSibling(program).normalize());
            if (!there) {
                return Optional.of("no script " + program);
            }
        } else if (!PROGRAMS.contains(program)) {
            return Optional.of("no program " + program + " in: " + command);
        }
        if (program.equals("./latent") && words.length > 1 && !words[1].startsWith("-") && !subcommands(words[1])) {
            return Optional.of("no command ./latent " + words[1]);
        }
        Matcher folder = FOLDER.matcher(command);
        if (folder.find()
                && !Files.isDirectory(Path.of(folder.group(1)))
                && !Files.isDirectory(page.resolveSibling(folder.group(1)))) {
            return Optional.of("no folder " + folder.group(1));
        }
        Matcher build = BUILD.matcher(command);
        if (build.find() && !Files.isRegularFile(Path.of(build.group(1)))) {
            return Optional.of("nothing to build at " + build.group(1));
        }
        Matcher test = TEST.matcher(command);
        if (test.find()
                && sources("src/test/java").stream().noneMatch(file -> file.endsWith(test.group(1) + ".java"))) {
            return Optional.of("no test " + test.group(1));
        }
        return Optional.empty();
    }

    private static boolean subcommands(String name) throws Exception {
        for (Path file : sources("src/main/java/latent/cli")) {
            Matcher named = SUBCOMMAND.matcher(Files.readString(file));
            if (named.find() && named.group(1).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> sources(String folder) throws Exception {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
