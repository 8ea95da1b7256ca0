package eu.vitrine.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A row more or a row less, as a button of the form asks for it.
 *
 * @param rows name of the fields of the rows without their number
 * @param counter name of the field that counts them
 * @param remove which row goes, from 0; -1 to add one
 */
record RowChange(String rows, String counter, int remove) {

    /** {@code row-add <prefix>:row} or {@code row-remove <prefix>:row <n>}; the counter of {@code x:row} is {@code x:rows}. */
    private static final Pattern ACT = Pattern.compile("row-(add|remove) ([A-Za-z0-9_.:-]{1,200}?)(?: ([0-9]{1,4}))?");
    private static final int MOST_ROWS = 2_000;

    static RowChange of(String act) {
        Matcher matcher = ACT.matcher(act);
        if (!matcher.matches() || matcher.group(1).equals("remove") != (matcher.group(3) != null)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String rows = matcher.group(2);
        String counter = rows.endsWith(":row") ? rows + "s" : rows + ":rows";
        return new RowChange(rows, counter, matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3)));
    }

    /** The form with the change. */
    Input on(Input input) {
        int count = Math.max(1, input.number(counter));
        if (remove < 0) {
            return input.with(counter, Integer.toString(Math.min(MOST_ROWS, count + 1)));
        }
        if (remove >= count) {
            return input;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Pattern ofRow = Pattern.compile(Pattern.quote(rows + ":") + "([0-9]{1,4})(:.*)");
        input.fields().forEach((name, values) -> {
            Matcher row = ofRow.matcher(name);
            if (!row.matches()) {
                fields.put(name, values);
            } else if (Integer.parseInt(row.group(1)) != remove) {
                int number = Integer.parseInt(row.group(1));
                fields.put(rows + ":" + (number > remove ? number - 1 : number) + row.group(2), new ArrayList<>(values));
            }
        });
        return new Input(fields).with(counter, Integer.toString(count - 1));
    }

    /** Where the page goes on. */
    String anchor() {
        return counter;
    }
}
