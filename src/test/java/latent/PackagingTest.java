package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What {@code mvn package} leaves in {@code target}, by what the pom says of it. */
class PackagingTest {
    @Test
    void folders_of_libraries_are_emptied_before_they_are_filled_so_that_no_former_version_stays() throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        List<Element> executions = all(project, "execution").toList();
        List<String> filled = executions.stream()
                .filter(execution -> text(execution, "goal").equals("copy-dependencies"))
                .peek(execution -> assertThat(text(execution, "phase")).isEqualTo("package"))
                .map(execution -> text(execution, "outputDirectory"))
                .toList();
        List<String> emptied = executions.stream()
                .filter(execution -> text(execution, "goal").equals("clean"))
                .filter(execution -> text(execution, "phase").equals("prepare-package"))
                .filter(execution ->
                        text(execution, "excludeDefaultDirectories").equals("true"))
                .flatMap(execution -> all(execution, "directory").map(Node::getTextContent))
                .toList();
        assertThat(filled).hasSize(3);
        assertThat(emptied).containsExactlyInAnyOrderElementsOf(filled);
    }

    private static Stream<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    /** Of the first of this name; empty where there is none. */
    private static String text(Element within, String name) {
        return all(within, name).findFirst().map(Node::getTextContent).orElse("");
    }
}
