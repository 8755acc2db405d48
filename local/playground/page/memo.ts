/** Draws a component again only when something that it was given has changed. */
import { type Component, createElement, type FunctionComponent } from 'preact';

/** @param drawn a component that depends on nothing but what it is given and its own hooks */
export function memo<Given extends object>(
  drawn: FunctionComponent<Given>,
): FunctionComponent<Given> {
  return function Remembered(this: Component<Given>, given: Given) {
    this.shouldComponentUpdate = (next) => !same(this.props, next);
    return createElement(drawn, given);
  } as FunctionComponent<Given>;
}

function same(before: object, after: object): boolean {
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.is(Reflect.get(before, name), Reflect.get(after, name)))
  );
}
