// As in a browser below the floor.
delete Element.prototype.attachShadow;
