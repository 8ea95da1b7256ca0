package eu.vitrine.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Long text of people as pages show it: of Markdown the paragraphs, lists, quotations, emphasis, code and links. Headings stay text,
 * so that they do not mix with those of the page; so do pictures and all HTML. Links lead to {@code https} only.
 */
public final class Prose {

    /** No text is longer, counted in characters. */
    public static final int LONGEST = 20_000;

    /** Lists within lists within quotations end somewhere. */
    private static final int DEEPEST = 20;

    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of(ListBlock.class, BlockQuote.class)).maxOpenBlockParsers(DEEPEST).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").nodeRendererFactory(Links::new).build();

    private Prose() {}

    /** The text as HTML that holds nothing but what this class allows; at most {@link #LONGEST} characters of it. */
    public static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown.length() > LONGEST ? markdown.substring(0, LONGEST) : markdown));
    }

    /** Links that leave this server leave nothing behind; what is no link to {@code https} is only its words. */
    private record Links(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class);
        }

        @Override
        public void render(Node node) {
            boolean leads = node instanceof Link link && link.getDestination().startsWith("https://");
            if (leads) {
                context.getWriter().tag("a", new TreeMap<>(Map.of("href", context.encodeUrl(((Link) node).getDestination()),
                        "rel", "noopener noreferrer nofollow")));
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (leads) {
                context.getWriter().tag("/a");
            }
        }
    }
}
