package eu.vitrine.typeset;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Documents for the tests: one that uses every feature, and small ones. */
final class Samples {

    static final Instant DATE = Instant.parse("2026-11-23T10:15:30Z");

    private Samples() {}

    static DocumentInfo info() {
        return new DocumentInfo(
                "Transparency dossier: Example-7B", "en", "Example office", "What is known of Example-7B", "Vitrine",
                DATE, "Transparency dossier · Example-7B", "Issued 23 November 2026", "Page {page} of {pages}",
                "page {page}", "Contents");
    }

    static List<Attachment> attachments() {
        byte[] json = "{\"slug\":\"example-7b\"}".getBytes(StandardCharsets.UTF_8);
        return List.of(new Attachment(
                "record.json", "application/json", "The record as it was read", Attachment.Relationship.DATA, json));
    }

    static String body(String inside) {
        return "<body>" + inside + "</body>";
    }

    static byte[] typeset(String inside) {
        return Typesetter.with(Theme.standard()).typeset(body(inside), info(), List.of());
    }

    static LaidOut laidOut(String inside) {
        return Typesetter.with(Theme.standard()).layOut(body(inside), info());
    }

    static String everything() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 90; i++) {
            rows.append("<tr><th scope='row'>AIA-53-1-").append(i).append("</th><td>The provider draws up and keeps up to date ")
                    .append("the technical documentation of the model, number ").append(i).append(".</td><td>")
                    .append(i % 3 == 0 ? shape("met") + " Met" : shape("open") + " No evidence").append("</td><td class='number'>")
                    .append(i * 1234).append("</td></tr>\n");
        }
        return COVER + CONTENTS + TEXT + "<section><h1>Findings</h1><p>Every duty with its answers; see <span class='page-of' data-ref='figure'/>.</p>"
                + "<table><caption>Duties of the maker</caption><thead><tr><th>Duty</th><th>What it asks</th><th>Answer</th>"
                + "<th class='number'>Count</th></tr></thead><tbody>" + rows + "</tbody></table></section>" + FIGURE;
    }

    private static String shape(String kind) {
        String fill = kind.equals("met") ? "currentColor" : "none";
        return "<span><svg class='shape' viewBox='0 0 10 10' aria-hidden='true'><circle cx='5' cy='5' r='4' fill='" + fill
                + "' stroke='currentColor' stroke-width='1.4'/></svg></span>";
    }

    private static final String COVER = """
            <section class="cover">
            <p class="kicker">TRANSPARENCY DOSSIER · REGULATION (EU) 2024/1689</p>
            <h1>Example-7B</h1>
            <p>Version of 20 January 2025 · Example Laboratory, Luxembourg</p>
            <div class="answer"><strong>May be used with conditions</strong> for summarising internal documents, until
            2 August 2027: run it on our own hardware; no personal data.</div>
            <dl>
            <dt>Decided</dt><dd>3 November 2026 by an approver, asked for by an officer; four eyes kept</dd>
            <dt>Duties of the maker</dt><dd>Nothing is due yet, if placed in the Union on its release. 2 August 2027:
            5 duties, 0 shown, 2 open, 3 undetermined</dd>
            <dt>Open-source relief</dt><dd>Cannot be determined; three facts would settle it (<span class="page-of" data-ref="facts"/>)</dd>
            <dt>Use rights</dt><dd>Granted: MIT, weights and code</dd>
            <dt>Censorship findings</dt><dd>Targeted on one jurisdiction in English and Chinese; 3 control groups clean; 7 groups not tested</dd>
            </dl>
            <p class="note">This dossier states what was documented and how it compares with the rules named. It is not legal
            advice and no statement that the maker or we meet the Act.</p>
            <div class="foot"><div>Issued 23 November 2026<br/>SHA-256 9f2c 41d7 … 77ab · log size 18 204<br/>Check: vitrine verify</div>
            <div class="aside"><figure><svg viewBox="0 0 21 21" width="22mm" height="22mm" aria-label="Code with the address to check this dossier">
            <rect x="0.5" y="0.5" width="20" height="20" fill="none" stroke="#16202c"/><path d="M3 3h6v6h-6z M12 3h6v6h-6z M3 12h6v6h-6z" fill="#16202c"/></svg></figure></div></div>
            </section>
            """;

    private static final String CONTENTS = "<section class='new-page'><nav class='contents'/></section>";

    private static final String TEXT = """
            <section class="new-page"><h1>What is so</h1>
            <p>The model comes from <a href="https://example.org/model?a=1&amp;b=2">its maker's page</a>, which says
            <em>open weights</em> and <strong>a permissive licence</strong>; the file is
            <code>sha256:9f2c41d7aa01bb02cc03dd04ee05ff06aa07bb08cc09dd10ee11ff12aa13bb14</code>.
            <small>Seen on 23 November 2026.</small> See also <a href="#findings-of-language">the passage on languages</a>.</p>
            <h2 id="findings-of-language">Languages</h2>
            <p>Greek: <span lang="el">Η διαφάνεια των μοντέλων</span>. Bulgarian: <span lang="bg">Прозрачност на моделите</span>.
            Chinese: <span lang="zh">深度求索人工智能基础技术研究有限公司（杭州）发布的模型。</span> Japanese: <span lang="ja">モデルの透明性について。</span>
            Polish: <span lang="pl">zażółć gęślą jaźń</span>; Latvian: <span lang="lv">ģērbšanās</span>; Romanian: <span lang="ro">știință</span>;
            signs: → ≥ ≤ ✓ ✗ €.</p>
            <p lang="de">Ein deutscher Absatz, der in seiner Sprache vorgelesen wird.</p>
            <h3>Lists</h3>
            <ul><li>First point</li><li>Second point with more
              <ul><li>nested once
                <ol><li>counted</li><li>twice</li></ol></li></ul></li>
              <li><p>A paragraph in an item.</p><p>And another one.</p></li></ul>
            <h4>A small heading</h4>
            <div class="box"><p>A box with a calm background. It holds what must be seen together.</p></div>
            <h2 id="facts">Facts</h2>
            <dl><dt>Compute</dt><dd>2.8 × 10<span>^24</span> FLOP, stated by the provider</dd>
            <dt lang="fr">Licence</dt><dd><p>Two paragraphs,</p><ul><li>and a list</li></ul></dd></dl>
            </section>
            """;

    private static final String FIGURE = """
            <section><h1>Outlook</h1>
            <figure id="figure"><svg viewBox="0 0 400 120" width="150mm" aria-label="Score from 2 to 8 of 10 over three dates">
            <g stroke="#d9d5cc" stroke-width="0.6"><line x1="40" y1="20" x2="390" y2="20"/><line x1="40" y1="90" x2="390" y2="90"/></g>
            <polyline points="40,80 200,60 390,30" fill="none" stroke="#1b4f72" stroke-width="2"/>
            <path d="M40 90 Q 120 20 200 70 T 390 40 L390 90 Z" fill="#e8eef3"/>
            <text x="40" y="108" font-size="9">2 August 2026</text><text x="215" y="108" font-size="9" text-anchor="middle">今日</text>
            <text x="390" y="108" font-size="9" text-anchor="end" font-weight="bold">2 August 2027</text>
            <text transform="translate(20 90) rotate(-90)" font-size="8" fill="#55606e">duties</text></svg>
            <figcaption>The score over time, with <a href="https://example.org/method">the method</a>.</figcaption></figure>
            </section>
            """;
}
