package dev.earshot.pipelines.measure.comparison;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The persons of acts that are sorted by person, read one at a time and any number of times. */
record PanelPersons(Iterable<PanelAct> acts) implements Iterable<PanelPerson> {
  @Override
  public Iterator<PanelPerson> iterator() {
    return new Persons(acts.iterator());
  }

  private static final class Persons implements Iterator<PanelPerson> {
    private final Iterator<PanelAct> acts;
    private @Nullable PanelAct next;

    Persons(Iterator<PanelAct> acts) {
      this.acts = acts;
      step();
    }

    private void step() {
      next = acts.hasNext() ? acts.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public PanelPerson next() {
      PanelAct first = next;
      if (first == null) {
        throw new NoSuchElementException();
      }
      PanelPerson person = new PanelPerson();
      for (PanelAct act = next; act != null && act.isOfSamePerson(first); act = next) {
        person.add(act);
        step();
      }
      return person;
    }
  }
}
