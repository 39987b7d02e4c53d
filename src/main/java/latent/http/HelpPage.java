package latent.http;

import static java.util.stream.Collectors.joining;

import latent.refusal.AnswerCode;

/** The page {@code /-/help}: each code with its cause and what to do. {@code docs/operations.md} has the same in a table. */
final class HelpPage {
    private HelpPage() {}

    static String html() {
        return AnswerCode.all().stream()
                .map(HelpPage::section)
                .collect(joining(
                        "",
                        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Refusals and faults</title>"
                                + "<h1>Refusals and faults</h1>\n",
                        "</html>\n"));
    }

    private static String section(AnswerCode code) {
        return "<h2 id=\"%s\">%s (%d)</h2><p>%s</p><p>%s</p>%n"
                .formatted(code.anchor(), code.name(), code.status(), escaped(code.cause()), escaped(code.remedy()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
